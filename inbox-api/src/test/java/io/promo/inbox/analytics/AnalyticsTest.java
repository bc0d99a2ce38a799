package io.promo.inbox.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.dispatch.RunEnded;
import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnalyticsTest extends InboxTest {

    private final UUID event = UUID.randomUUID();

    @Test
    void shouldTellPerDateWhatWasSentAndRead() {
        LocalDate yesterday = today.minusDays(1);
        runEnded(0, yesterday, 4, 4);
        runEnded(0, today, 2, 2);
        eventTitle("Spring sale");
        customer().put("/messages/" + deliver(event, yesterday) + "/read");
        awaitDays(2);

        JsonNode first = ofEvent().get(0);
        JsonNode second = ofEvent().get(1);

        assertThat(first.get("eventId").asString()).isEqualTo(event.toString());
        assertThat(first.get("title").asString()).isEqualTo("Spring sale");
        assertThat(first.get("dispatchDate").asString()).isEqualTo(yesterday.toString());
        assertThat(first.get("sent").asLong()).isEqualTo(4);
        assertThat(first.get("read").asLong()).isEqualTo(1);
        assertThat(first.get("readRate").asDouble()).isEqualTo(0.25);
        assertThat(second.get("read").asLong()).isZero();
        assertThat(second.get("readRate").asDouble()).isZero();
        assertThat(second.at("/timeToRead/medianSeconds").isNull()).isTrue();
        assertThat(second.at("/timeToRead/buckets")).hasSameSizeAs(first.at("/timeToRead/buckets"));
    }

    @Test
    void shouldCountSentOnceHoweverOftenARunEnds() {
        runEnded(0, today, 100, 100);
        runEnded(0, today, 1_000, 900);
        runEnded(0, today, 1_000, 900);

        // A worker died between its commits: its page of 100 is there, but was not new when it came again.
        awaitSent(1_000);
    }

    @Test
    void shouldAddOnlyWhatAReplayBroughtAnew() {
        runEnded(0, today, 1_000, 1_000);
        runEnded(1, today, 1_020, 30);

        awaitSent(1_030);
    }

    @Test
    void shouldNotCountTwiceWhatALaterGenerationBroughtFirst() {
        runEnded(0, today, 500, 500);
        runEnded(1, today, 1_000, 500);
        runEnded(0, today, 1_000, 500);

        awaitSent(1_000);
    }

    @Test
    void shouldKnowThatWhatWasReadWasSent() {
        runEnded(0, today, 0, 0);
        awaitDays(1);
        assertThat(ofEvent().get(0).get("readRate").isNull()).isTrue();

        customer().put("/messages/" + deliver(event, today) + "/read");

        assertThat(ofEvent().get(0).get("sent").asLong()).isEqualTo(1);
        assertThat(ofEvent().get(0).get("readRate").asDouble()).isEqualTo(1);
    }

    @Test
    void shouldSortFirstReadsByTheTimeTheyTook() {
        runEnded(0, today, 10, 10);
        readAfter("59 seconds");
        readAfter("61 seconds");
        readAfter("2 hours 1 minute");
        readAfter("31 days");
        awaitDays(1);

        JsonNode time = ofEvent().get(0).get("timeToRead");

        assertThat(count(time, "60")).isEqualTo(1);
        assertThat(count(time, "300")).isEqualTo(1);
        assertThat(count(time, "14400")).isEqualTo(1);
        assertThat(count(time, "")).isEqualTo(1);
        assertThat(buckets(time).stream()
                        .mapToLong(bucket -> bucket.get("count").asLong())
                        .sum())
                .isEqualTo(ofEvent().get(0).get("read").asLong())
                .isEqualTo(4);
        assertThat(time.get("medianSeconds").asLong()).isEqualTo(300);
        assertThat(time.get("p90Seconds").isNull()).isTrue();
    }

    @Test
    void shouldCountAReadingOnceHoweverManyRaceAndReadAgain() throws Exception {
        UUID id = deliver(event, today);
        runEnded(0, today, 1, 1);
        List<Callable<Answer>> race = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            race.add(() -> customer().put("/messages/" + id + "/read"));
            race.add(() -> customer().put("/messages/" + id + "/unread"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Answer> answer : threads.invokeAll(race)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        awaitDays(1);

        assertThat(ofEvent().get(0).get("read").asLong()).isEqualTo(1);
    }

    @Test
    void shouldTellOfAllEventsBetweenTwoDates() {
        // Far from what other tests send.
        LocalDate from = LocalDate.of(2031, 1, 1).plusDays(Math.floorMod(event.hashCode(), 9_000));
        UUID other = UUID.randomUUID();
        runEnded(0, from, 1, 1);
        runEnded(0, from.plusDays(2), 3, 3);
        publish(EventType.RUN_ENDED, other, run(other, 0, from.plusDays(1), 2, 2));
        awaitDays(2);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(items("from=" + from + "&to=" + from.plusDays(1)))
                        .extracting(day -> day.get("sent").asLong())
                        .containsExactly(1L, 2L));
    }

    @Test
    void shouldNotShowTestMessages() {
        UUID test = UUID.randomUUID();
        customer().put("/messages/" + deliver(test, today) + "/read");

        assertThat(items("event=" + test)).isEmpty();
        assertThat(items("from=" + today + "&to=" + today))
                .noneMatch(day -> day.get("eventId").asString().equals(test.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',from",
        "from=2026-01-01,to",
        "to=2026-01-01,from",
        "from=2026-01-02&to=2026-01-01,to",
        "from=%2B5874898-01-01&to=%2B5874898-01-01,from",
        "from=-4714-11-23&to=2026-01-01,from",
        "from=2026-01-01&to=01/02/26,to",
        "from=2026-01-01T23:00:00.000Z&to=2026-01-02,from",
        "event=1-1-1-1-1,event",
        "from=2026-01-01&to=2026-04-03,to",
        "event=00000000-0000-4000-8000-000000000001&from=2026-01-01,event",
    })
    void shouldRefuseToGuessWhatIsAskedFor(String query, String field) {
        Answer answer = staff("viewer").get("/admin/analytics?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private void runEnded(int generation, LocalDate date, long delivered, long inserted) {
        publish(EventType.RUN_ENDED, event, run(event, generation, date, delivered, inserted));
    }

    private static RunEnded run(UUID event, int generation, LocalDate date, long delivered, long inserted) {
        return new RunEnded(
                UUID.randomUUID(), event, date, generation, "COMPLETED", delivered, delivered, inserted, Instant.now());
    }

    private void eventTitle(String title) {
        as(Role.OWNER)
                .sql("INSERT INTO event_state VALUES (?, 1, 'PUBLISHED', ?, now() + interval '1 day')")
                .params(event, title)
                .update();
    }

    private void readAfter(String lay) {
        UUID other = UUID.randomUUID();
        UUID id = deliver(other, event, today, template(event, SUBJECT, ""));
        as(Role.OWNER)
                .sql("UPDATE inbox_message SET created_at = now() - ?::interval WHERE user_id = ?")
                .params(lay, other)
                .update();
        customer(other).put("/messages/" + id + "/read");
    }

    private void awaitDays(int days) {
        await().atMost(Duration.ofSeconds(20)).until(() -> ofEvent().size() == days);
    }

    private void awaitSent(long sent) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ofEvent())
                        .extracting(day -> day.get("sent").asLong())
                        .containsExactly(sent));
    }

    private List<JsonNode> ofEvent() {
        return items("event=" + event);
    }

    private List<JsonNode> items(String query) {
        return list(staff("viewer").get("/admin/analytics?" + query).json().get("items"));
    }

    private static long count(JsonNode time, String upToSeconds) {
        return buckets(time).stream()
                .filter(bucket -> bucket.get("upToSeconds").asString("").equals(upToSeconds))
                .mapToLong(bucket -> bucket.get("count").asLong())
                .sum();
    }

    private static List<JsonNode> buckets(JsonNode time) {
        return list(time.get("buckets"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
