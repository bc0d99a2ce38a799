package io.promo.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.TestToken;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

class AccessTest extends CalendarTest {

    private static final String EVENT = "/events/" + UUID.randomUUID();

    static Stream<String> worthlessTokens() {
        TestToken admin = TestToken.of("admin");
        return Stream.of(
                null,
                "Bearer nonsense",
                admin.expired().bearer(),
                admin.audience("inbox-api", "batch-dispatch").bearer(),
                admin.audience().bearer(),
                admin.forged());
    }

    @ParameterizedTest
    @MethodSource("worthlessTokens")
    void shouldAskWhoeverBringsNoGoodTokenToSignIn(String bearer) {
        for (String path : new String[] {"/events", EVENT, "/outbox", "/nowhere"}) {
            Answer answer = send(HttpMethod.GET, path, null, bearer, Map.of());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
            assertThat(answer.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /events, admin operator viewer",
        "GET, /events/calendar?from=2031-01-01T00:00:00Z&to=2031-01-01T00:00:00Z, admin operator viewer",
        "GET, /events/{id}, admin operator viewer",
        "GET, /events/{id}/history, admin operator viewer",
        "POST, /events/preview, admin operator viewer",
        "POST, /events, admin",
        "PUT, /events/{id}, admin",
        "DELETE, /events/{id}, admin",
        "POST, /events/{id}/publish, admin",
        "POST, /events/{id}/cancel, admin",
        "POST, /events/{id}/copy, admin",
        "GET, /outbox?status=FAILED, admin operator viewer",
        "POST, /outbox/replay, admin operator"
    })
    void shouldLetInOnlyTheRolesAPathIsFor(String method, String path, String allowed) {
        for (String role : new String[] {"admin", "operator", "viewer", "customer", "stranger"}) {
            Answer answer = send(
                    HttpMethod.valueOf(method),
                    path.replace("{id}", EVENT.substring("/events/".length())),
                    method.equals("GET") ? null : Map.of(),
                    TestToken.of(role).bearer(),
                    Map.of());
            if (allowed.contains(role)) {
                assertThat(answer.status()).as(role).isNotIn(401, 403);
            } else {
                assertThat(answer.status()).as(role).isEqualTo(403);
                assertThat(answer.problem()).isEqualTo("forbidden");
            }
            if (method.equals("GET")) {
                Answer head = send(
                        HttpMethod.HEAD,
                        path.replace("{id}", EVENT.substring("/events/".length())),
                        null,
                        TestToken.of(role).bearer(),
                        Map.of());
                assertThat(head.status()).as("HEAD as " + role).isEqualTo(answer.status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void shouldShowHealthToAnyoneAtThePortForManagementOnly(String path) {
        assertThat(manage(HttpMethod.GET, path, null).status()).isEqualTo(200);
        assertThat(manage(HttpMethod.HEAD, path, null).status()).isEqualTo(200);
        assertThat(send(HttpMethod.GET, path, null, null, Map.of()).problem()).isEqualTo("not-found");
        assertThat(send(HttpMethod.GET, path, null, null, Map.of("Accept", "text/html"))
                        .problem())
                .isEqualTo("not-found");
    }

    /** Whatever is exposed there; today that is health only. */
    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/%61ctuator", "/actuator/env"})
    void shouldShowNothingElseAtThePortForManagementToStrangersAndCustomers(String path) {
        String customer = TestToken.of("customer").bearer();
        assertThat(manage(HttpMethod.GET, path, null).problem()).isEqualTo("unauthenticated");
        assertThat(manage(HttpMethod.GET, path, customer).problem()).isEqualTo("forbidden");
        assertThat(manage(HttpMethod.GET, path, admin()).status()).isEqualTo(path.equals("/actuator/env") ? 404 : 200);
    }

    @Test
    void shouldNotServeTheApiAtThePortForManagement() {
        assertThat(manage(HttpMethod.GET, "/events", null).problem()).isEqualTo("unauthenticated");
        assertThat(manage(HttpMethod.GET, "/events", admin()).status()).isEqualTo(404);
    }

    @Test
    void shouldShowTheApiToAnyone() {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            assertThat(send(method, "/v3/api-docs", null, null, Map.of()).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /events/{id}/publish?dryrun=true, dryrun",
        "POST, /events/{id}/publish?dry_run=true, dry_run",
        "POST, /events/{id}/publish?dryRun=, dryRun",
        "POST, /events/{id}/cancel?dryRun=true&dryRun=false, dryRun",
        "DELETE, /events/{id}?DRYRUN=true, DRYRUN",
        "POST, /events/preview?dryRun=true, dryRun",
        "GET, /events?states=DRAFT, states",
        "GET, /events/{id}?version=1, version",
        "GET, /outbox?state=FAILED, state"
    })
    void shouldNameAParameterThatNoRouteOfItsKindTakes(String method, String path, String parameter) {
        Answer draft = event("DRAFT");
        Answer answer = send(
                HttpMethod.valueOf(method),
                path.replace("{id}", draft.id()),
                path.contains("preview") ? draft() : null,
                admin(),
                Map.of("If-Match", draft.etag()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(parameter);
        assertThat(get("/events/" + draft.id()).body().path("status").asString())
                .isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/publish", "/cancel", "/copy"})
    void shouldRefuseABodyWhereNoneBelongs(String step) {
        Answer draft = event("DRAFT");
        Answer answer = post("/events/" + draft.id() + step, Map.of("dryRun", true));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("body");
        assertThat(get("/events/" + draft.id()).body().path("status").asString())
                .isEqualTo("DRAFT");
    }

    /** Thirty languages with a long text in each, every letter of it written as an escape, which some clients do. */
    @Test
    void shouldTakeTheLongestEventThatCanBeSentAndNothingLonger() {
        String body = "{\"title\":\"" + "\\u0436".repeat(180_000) + "\"}";
        assertThat(post("/events", body).fields()).contains("title");
        assertThat(post("/events/preview", body).fields()).contains("title");
        assertThat(put(EVENT, body, "\"1\"").status()).isEqualTo(404);
        String longer = "{\"title\":\"" + "x".repeat(2_000_000) + "\"}";
        for (String path : new String[] {"/events", "/events/preview"}) {
            assertThat(post(path, longer).problem()).isEqualTo("content-too-large");
        }
        assertThat(post("/outbox/replay", body).problem()).isEqualTo("content-too-large");
    }

    @ParameterizedTest
    @CsvSource({"GET, /nowhere, 404, not-found", "PATCH, /events, 405, method-not-allowed"})
    void shouldTellProblemsOfWhateverSort(String method, String path, int status, String problem) {
        Answer answer = send(HttpMethod.valueOf(method), path, null, admin(), Map.of());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.body().path("instance").asString()).isEqualTo(path);
    }

    @Test
    void shouldNameAnIdThatIsNone() {
        Answer answer = get("/events/4711");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("eventId");
    }

    @Test
    void shouldLetBrowsersInFromTheAllowedOriginsOnly() {
        Map<String, String> preflight = Map.of(
                "Origin",
                "https://admin.example",
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "Authorization, If-Match, Idempotency-Key");
        HttpHeaders allowed =
                send(HttpMethod.OPTIONS, EVENT, null, null, preflight).headers();
        assertThat(allowed.getAccessControlAllowOrigin()).isEqualTo("https://admin.example");
        assertThat(allowed.getAccessControlAllowHeaders()).contains("Authorization", "If-Match", "Idempotency-Key");
        HttpHeaders answered = send(HttpMethod.GET, "/events", null, admin(), Map.of("Origin", "https://admin.example"))
                .headers();
        assertThat(answered.getAccessControlExposeHeaders()).contains("ETag", "Location");
        assertThat(send(HttpMethod.GET, "/events", null, admin(), Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
    }
}
