package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.TestToken;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class LifecycleTest extends CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, POST, /publish", "EXPIRED, POST, /publish", "CANCELLED, POST, /publish",
        "DRAFT, POST, /cancel", "EXPIRED, POST, /cancel", "CANCELLED, POST, /cancel",
        "PUBLISHED, DELETE, ''", "EXPIRED, DELETE, ''", "CANCELLED, DELETE, ''",
        "EXPIRED, PUT, ''", "CANCELLED, PUT, ''"
    })
    void shouldRefuseWhatTheStatusDoesNotAllowAndChangeNothing(String status, String method, String action) {
        Answer event = event(status);
        Answer refused = send(
                HttpMethod.valueOf(method),
                "/events/" + event.id() + action,
                method.equals("PUT") ? draft() : null,
                admin(),
                Map.of("If-Match", event.etag()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("refused-by-status");
        assertThat(refused.body().path("detail").asString())
                .contains("is " + status)
                .endsWith(".");
        assertThat(get("/events/" + event.id()).body()).isEqualTo(event.body());
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, POST, /publish, 200", "PUBLISHED, POST, /cancel, 200", "DRAFT, DELETE, '', 204"})
    void shouldSayInADryRunWhatWouldBeDoneAndDoNothing(String status, String method, String action, int answer) {
        Answer event = event(status);
        String rehearsal = "/events/" + event.id() + action + "?dryRun=true";

        Map<String, String> headers = Map.of("If-Match", event.etag());
        assertThat(send(HttpMethod.valueOf(method), rehearsal, null, admin(), headers)
                        .status())
                .isEqualTo(answer);
        assertThat(get("/events/" + event.id()).body()).isEqualTo(event.body());

        Map<String, String> stale = Map.of("If-Match", "\"99\"");
        assertThat(send(HttpMethod.valueOf(method), rehearsal, null, admin(), stale)
                        .problem())
                .isEqualTo("stale");
        String operator = TestToken.of("operator").bearer();
        assertThat(send(HttpMethod.valueOf(method), rehearsal, null, operator, headers)
                        .status())
                .isEqualTo(403);
        Answer other = event("CANCELLED");
        assertThat(send(
                                HttpMethod.valueOf(method),
                                rehearsal.replace(event.id(), other.id()),
                                null,
                                admin(),
                                Map.of("If-Match", "*"))
                        .problem())
                .isEqualTo("refused-by-status");
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "POST, /cancel"})
    void shouldTreatAnEventAsExpiredFromItsEndOn(String method, String action) {
        Answer event = event("PUBLISHED");
        end(event);
        Answer refused = send(
                HttpMethod.valueOf(method),
                "/events/" + event.id() + action,
                action.isEmpty() ? draft() : null,
                admin(),
                Map.of("If-Match", "*"));
        assertThat(refused.problem()).isEqualTo("refused-by-status");
        assertThat(refused.body().path("detail").asString()).contains("is EXPIRED");
    }

    @Test
    void shouldPublishOnceWhenManyTryAtOnce() {
        Answer draft = event("DRAFT");
        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> post("/events/" + draft.id() + "/publish", null).status()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(get("/events/" + draft.id()).etag()).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE"})
    void shouldAskForTheVersionAndRefuseAStaleOne(String method) {
        Answer event = event("DRAFT");
        Object body = method.equals("PUT") ? draft() : null;
        HttpMethod verb = HttpMethod.valueOf(method);
        String path = "/events/" + event.id();
        assertThat(send(verb, path, body, admin(), Map.of()).problem()).isEqualTo("precondition-required");
        assertThat(send(verb, path, body, admin(), Map.of("If-Match", "\"7\"")).problem())
                .isEqualTo("stale");
        assertThat(send(verb, path, body, admin(), Map.of("If-Match", "\"x\"")).status())
                .isEqualTo(412);
        assertThat(send(verb, path, body, admin(), Map.of("If-Match", "1")).fields())
                .containsExactly("If-Match");
        assertThat(get("/events/" + event.id()).etag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, /publish", "PUBLISHED, /cancel"})
    void shouldHeedTheVersionOfAStepWhereItIsGiven(String status, String action) {
        Answer event = event(status);
        String path = "/events/" + event.id() + action;
        assertThat(send(HttpMethod.POST, path, null, admin(), Map.of("If-Match", "\"9\""))
                        .status())
                .isEqualTo(412);
        assertThat(send(HttpMethod.POST, path, null, admin(), Map.of("If-Match", "\"9\", " + event.etag()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldAnswerTheTagAndNothingElseToWhoHasTheVersionAlready() {
        Answer event = event("DRAFT");
        Answer again = send(HttpMethod.GET, "/events/" + event.id(), null, admin(), Map.of("If-None-Match", "\"1\""));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.etag()).isEqualTo("\"1\"");
    }

    @Test
    void shouldReplaceTheWholeEventAndTakeBackWhatItAnswered() {
        Answer event = post("/events", with(draft(), "maxRate", 500));
        Answer same = put("/events/" + event.id(), event.body(), event.etag());
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.body().path("maxRate").asInt()).isEqualTo(500);
        Answer without = put("/events/" + event.id(), draft(), same.etag());
        assertThat(without.body().path("maxRate").isNull()).isTrue();
        assertThat(without.etag()).isEqualTo("\"3\"");
    }

    @Test
    void shouldDeleteADraftAndCopyAnyEvent() {
        Answer draft = event("DRAFT");
        assertThat(send(HttpMethod.DELETE, "/events/" + draft.id(), null, admin(), Map.of("If-Match", draft.etag()))
                        .status())
                .isEqualTo(204);
        assertThat(get("/events/" + draft.id()).status()).isEqualTo(404);
        assertThat(get("/events/" + draft.id() + "/history")
                        .body()
                        .at("/items/0/action")
                        .asString())
                .isEqualTo("DELETE");
        Answer cancelled = event("CANCELLED");
        Answer copy = post("/events/" + cancelled.id() + "/copy", null);
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.body().path("status").asString()).isEqualTo("DRAFT");
        assertThat(copy.body().path("promotionPackage"))
                .isEqualTo(cancelled.body().path("promotionPackage"));
        assertThat(get("/events/" + copy.id() + "/history")
                        .body()
                        .at("/items/0/changes/copyOf/to")
                        .asString())
                .isEqualTo(cancelled.id());
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /history", "POST, /publish", "POST, /cancel", "POST, /copy", "PUT, ''", "DELETE, ''"})
    void shouldSayWhenThereIsNoSuchEvent(String method, String action) {
        Answer answer = send(
                HttpMethod.valueOf(method),
                "/events/" + UUID.randomUUID() + action,
                method.equals("PUT") ? draft() : null,
                admin(),
                Map.of("If-Match", "*"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-event");
    }
}
