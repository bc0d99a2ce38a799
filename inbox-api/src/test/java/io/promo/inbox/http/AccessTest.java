package io.promo.inbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.inbox.Browser;
import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.stack.testing.TestToken;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends InboxTest {

    static Stream<String> worthlessTokens() {
        TestToken customer = TestToken.of("customer");
        return Stream.of(
                null,
                "Bearer nonsense",
                customer.expired().bearer(),
                customer.audience("calendar-api", "batch-dispatch").bearer(),
                customer.audience().bearer(),
                customer.forged());
    }

    @ParameterizedTest
    @MethodSource("worthlessTokens")
    void shouldAskWhoeverBringsNoGoodTokenToSignIn(String authorization) {
        for (String path : new String[] {"/messages", "/messages/stream", "/preferences", "/outbox", "/nowhere"}) {
            Answer answer = browser(authorization).get(path);

            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    /** The service remembers tokens that were good; nothing else is taken for one of them. */
    @Test
    void shouldTakeATokenAgainButNothingThatResemblesIt() {
        String token = TestToken.of("customer").subject(user).value();
        String others = TestToken.of("customer").subject(UUID.randomUUID()).value();
        String claims = token.substring(0, token.lastIndexOf('.'));
        String signature = others.substring(others.lastIndexOf('.'));
        for (int time = 0; time < 3; time++) {
            assertThat(browser("Bearer " + token).get("/preferences").status()).isEqualTo(200);
            assertThat(browser("bearer " + token).get("/preferences").status()).isEqualTo(200);
        }

        for (String almost : new String[] {
            "Bearer " + claims + signature,
            "Bearer " + claims + ".",
            "Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA",
            "Bearer  " + token,
            "Bearer " + token + ", Bearer " + token,
            "Bearer" + token,
            "Bearer"
        }) {
            assertProblem(browser(almost).get("/preferences"), 401, "unauthenticated");
        }
        assertProblem(browser("Basic " + token).get("/preferences"), 401, "unauthenticated");
        assertProblem(browser(token).get("/preferences"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "/messages,customer",
        "/messages/unread-count,customer",
        "/preferences,customer",
        "/admin/deliveries?user=00000000-0000-4000-8000-000000000001&event=00000000-0000-4000-8000-000000000002,"
                + "admin operator viewer",
        "/admin/analytics?from=2026-01-01&to=2026-01-31,admin operator viewer",
        "/outbox?status=FAILED,admin operator viewer",
    })
    void shouldLetInOnlyTheRolesAPathIsFor(String path, String allowed) {
        for (String role : new String[] {"admin", "operator", "viewer", "customer", "stranger"}) {
            Answer answer = staff(role).get(path);

            if (allowed.contains(role)) {
                assertThat(answer.status()).as(role).isEqualTo(200);
            } else {
                assertProblem(answer, 403, "forbidden");
            }
            assertThat(staff(role).head(path).status()).as("HEAD as " + role).isEqualTo(answer.status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/messages?Limit=3, Limit",
        "/messages?limit=3&limit=4, limit",
        "/messages?page=, page",
        "/messages/unread-count?q=a, q",
        "/preferences?unsubscribed=true, unsubscribed"
    })
    void shouldNameAParameterThatTheRouteCannotTake(String path, String parameter) {
        Answer answer = customer().get(path);

        assertProblem(answer, 400, "bad-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(parameter);
    }

    @Test
    void shouldRefuseABodyWhereNoneBelongs() {
        Answer answer = customer().put("/messages/" + UUID.randomUUID() + "/read", "{\"dryRun\":true}");

        assertProblem(answer, 400, "bad-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("body");
    }

    @Test
    void shouldRefuseABodyThatIsLongerThanAnyItTakes() {
        String body = "{\"unsubscribed\":true" + " ".repeat(100_000) + "}";

        assertProblem(customer().put("/preferences", body), 413, "content-too-large");
        assertProblem(customer().post("/messages/read-all", body), 413, "content-too-large");
        assertProblem(staff("operator").post("/outbox/replay", body), 413, "content-too-large");
    }

    /** Taken for no, it would send all of them. */
    @Test
    void shouldRefuseADryRunThatIsNull() {
        Answer answer = staff("operator").post("/outbox/replay", "{\"dryRun\":null}");

        assertProblem(answer, 400, "bad-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("dryRun");
    }

    @Test
    void shouldLetOnlyThoseReplayWhoMayChangeRuns() {
        assertProblem(staff("viewer").post("/outbox/replay", "{}"), 403, "forbidden");
        assertThat(staff("operator").post("/outbox/replay", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void shouldShowHealthToAnyoneAtThePortForManagementOnly(String path) {
        assertThat(management(null).get(path).status()).isEqualTo(200);
        assertThat(management(null).head(path).status()).isEqualTo(200);
        assertProblem(browser(null).get(path), 404, "not-found");
    }

    /** Whatever is exposed there; today that is health only. */
    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env"})
    void shouldShowNothingElseThereToStrangersAndCustomers(String path) {
        assertProblem(management(null).get(path), 401, "unauthenticated");
        assertProblem(management(TestToken.of("customer").bearer()).get(path), 403, "forbidden");
        assertThat(management(TestToken.of("viewer").bearer()).get(path).status())
                .isEqualTo(path.equals("/actuator") ? 200 : 404);
    }

    @Test
    void shouldShowTheApiToAnyone() {
        assertThat(browser(null).get("/v3/api-docs").status()).isEqualTo(200);
        assertThat(browser(null).head("/v3/api-docs").status()).isEqualTo(200);
    }

    @Test
    void shouldSayInTheApiThatMessagesAreText() {
        String body = browser(null)
                .get("/v3/api-docs")
                .json()
                .at("/components/schemas/Message/properties/body/description")
                .asString();

        assertThat(body).contains("Not HTML");
    }

    @Test
    void shouldLetBrowsersInFromTheAllowedOriginsOnly() {
        Browser anyone = browser(null);
        String[] preflight = {"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "Authorization"
        };

        Answer allowed = anyone.options("/preferences", with(preflight, "https://shop.example"));
        Answer other = anyone.options("/preferences", with(preflight, "https://evil.example"));

        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(other.status()).isEqualTo(403);
        assertThat(customer()
                        .get("/messages", "Origin", "https://shop.example")
                        .header("Access-Control-Expose-Headers"))
                .contains("ETag");
    }

    @Test
    void shouldTellProblemsOfWhateverSort() {
        assertProblem(staff("admin").get("/nowhere"), 404, "not-found");
        assertProblem(customer().post("/messages", "{}"), 405, "method-not-allowed");
        assertProblem(staff("admin").get("/admin/deliveries?user=" + UUID.randomUUID()), 400, "bad-request");
    }

    private static String[] with(String[] headers, String origin) {
        return Stream.concat(Stream.of(headers), Stream.of("Origin", origin)).toArray(String[]::new);
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:promo:problem:" + slug);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("instance").asString()).startsWith("/");
    }
}
