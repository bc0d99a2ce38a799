package io.promo.calendar.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.TestToken;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

class IdempotentRequestsTest extends CalendarTest {

    private final String key = UUID.randomUUID().toString();
    private final Map<String, Object> draft = with(draft(), "title", "Key " + key);

    @Test
    void shouldAnswerARepetitionAsTheFirstTimeWhateverHappenedSince() {
        Answer first = post("/events", draft, key);
        put("/events/" + first.id(), draft(), first.etag());
        Answer again = post("/events", draft, key);
        assertThat(first.status()).isEqualTo(201);
        assertSame(again, first);
    }

    @Test
    void shouldTakeEachStepOnce() {
        String path = "/events/" + event("DRAFT").id();
        for (String step : List.of("/publish", "/cancel", "/copy")) {
            Answer first = post(path + step, null, key + step);
            assertThat(first.status()).isBetween(200, 201);
            assertSame(post(path + step, null, key + step), first);
        }
        assertThat(get(path).etag()).isEqualTo("\"3\"");
    }

    @Test
    void shouldRefuseAKeyThatWasUsedForAnotherRequest() {
        Answer first = post("/events", draft, key);
        for (Answer other : List.of(
                post("/events", with(draft, "title", "Other"), key),
                post("/events/" + first.id() + "/publish", null, key),
                post("/events/" + first.id() + "/copy", null, key))) {
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        }
        assertThat(get("/events/" + first.id()).body()).isEqualTo(first.body());
    }

    @Test
    void shouldDoItOnceWhenManyAskAtOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Answer> answers = IntStream.range(0, 8)
                    .mapToObj(it -> CompletableFuture.supplyAsync(() -> post("/events", draft, key), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertSame(answer, answers.get(0)));
            assertThat(jdbc.sql("SELECT count(*) FROM promotion_event WHERE title = ?")
                            .param("Key " + key)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldKeepNoRefusalSoThatTheKeyServesTheCorrectedRequest() {
        assertThat(post("/events", with(draft, "title", ""), key).status()).isEqualTo(400);
        assertThat(post("/events", draft, key).status()).isEqualTo(201);
    }

    @Test
    void shouldKeepTheKeysOfDifferentPeopleApart() {
        Answer mine = post("/events", draft, key);
        TestToken other = TestToken.of("admin").audience("calendar-api");
        String bearer =
                new TestToken(other.subject(), "deputy", other.roles(), other.audiences(), other.expiresAt()).bearer();
        Answer theirs = send(HttpMethod.POST, "/events", draft, bearer, Map.of("Idempotency-Key", key));
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.id()).isNotEqualTo(mine.id());
        assertThat(theirs.body().path("createdBy").asString()).isEqualTo("deputy");
    }

    @Test
    void shouldRefuseAKeyOfNoOrTooManyCharacters() {
        assertThat(post("/events", draft, " ").fields()).containsExactly("Idempotency-Key");
        assertThat(post("/events", draft, "k".repeat(256)).fields()).containsExactly("Idempotency-Key");
    }

    private Answer post(String path, Object body, String key) {
        return send(HttpMethod.POST, path, body, admin(), Map.of("Idempotency-Key", key));
    }

    private static void assertSame(Answer answer, Answer first) {
        assertThat(answer.status()).isEqualTo(first.status());
        assertThat(answer.body().toString()).isEqualTo(first.body().toString());
        assertThat(answer.etag()).isEqualTo(first.etag());
        assertThat(answer.headers().getFirst(HttpHeaders.LOCATION))
                .isEqualTo(first.headers().getFirst(HttpHeaders.LOCATION));
    }
}
