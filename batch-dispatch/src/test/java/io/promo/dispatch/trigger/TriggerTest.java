package io.promo.dispatch.trigger;

import static io.promo.dispatch.Promotions.around;
import static io.promo.dispatch.Promotions.at;
import static io.promo.dispatch.Promotions.next;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.Promotions;
import io.promo.dispatch.audience.AudienceLock;
import io.promo.events.promotion.PromotionChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ManagerTest
class TriggerTest {

    @Autowired
    Api api;

    @Autowired
    Promotions promotions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueRuns dueRuns;

    @Autowired
    AudienceLock audience;

    private final TransactionTemplate transaction;

    TriggerTest(@Autowired PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void shouldMakeTheRunThatIsDueAndRecordDatesThatWentBy() {
        UUID event = promotions.publish(around(2, 1));

        awaitRuns(event, 3);

        assertThat(strings(
                        "SELECT dispatch_date::text FROM run WHERE event_id = ? AND state = 'MISSED' ORDER BY 1",
                        event))
                .containsExactly(
                        today().minusDays(2).toString(), today().minusDays(1).toString());
        assertThat(strings(
                        "SELECT dispatch_date || ' ' || requested_by FROM run WHERE event_id = ? AND state <> 'MISSED'",
                        event))
                .containsExactly(today() + " trigger");
    }

    @Test
    void shouldStartADateAtItsVeryInstantAndNotAtTheNextLook() {
        // The manager's first look of its own, a second after its start, may help the first of them but no other.
        for (int i = 0; i < 3; i++) {
            UUID event = promotions.publish(dueInSeconds(2));

            awaitRuns(event, 1);

            assertThat(jdbc.sql("SELECT requested_at - due_at < interval '10 seconds' FROM run WHERE event_id = ?")
                            .param(event)
                            .query(Boolean.class)
                            .single())
                    .as("the look of every minute would be up to sixty seconds late")
                    .isTrue();
        }
    }

    /** Its customers carry an earlier instant than they can be seen at. */
    @Test
    void shouldNotFreezeAnAudienceInTheMidstOfAnImport() {
        UUID event = transaction.execute(status -> {
            audience.forMany();
            UUID due = promotions.publish(around(0, 1));
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> strings("SELECT state FROM run WHERE event_id = ?", due)
                            .isEmpty());
            return due;
        });

        awaitRuns(event, 1);
    }

    private static PromotionChanged dueInSeconds(int seconds) {
        PromotionChanged later = around(0, 0);
        LocalTime soon = LocalTime.now(Promotions.ZONE).plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        return new PromotionChanged(
                later.eventId(),
                1,
                "PUBLISHED",
                "Soon",
                later.startDatetime(),
                later.endDatetime(),
                later.timeZone(),
                soon.toString(),
                null,
                Promotions.OFFER,
                later.audience());
    }

    @Test
    void shouldShowWhenTheEventIsDueNext() {
        UUID event = promotions.publish(around(0, 2));

        JsonNode schedule = api.get("/schedule?limit=100").body().get("items");

        assertThat(schedule).anySatisfy(item -> {
            assertThat(item.get("eventId").asString()).isEqualTo(event.toString());
            assertThat(item.get("nextDate").asString())
                    .isEqualTo(today().plusDays(1).toString());
            assertThat(item.get("status").asString()).isEqualTo("PUBLISHED");
        });
        assertThat(api.get("/schedule?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/schedule?cursor=tampered").status()).isEqualTo(400);
        assertThat(api.get("/schedule", "customer").status()).isEqualTo(403);
    }

    @Test
    void shouldHaveNothingDueAtTheVeryEndOfTheWindow() {
        UUID event = promotions.publish(until(at(today().plusDays(1), 0)));
        awaitRuns(event, 2);
        LocalDate tomorrow = today().plusDays(1);

        assertThat(api.get("/schedule?limit=100").body().get("items")).anySatisfy(item -> {
            assertThat(item.get("eventId").asString()).isEqualTo(event.toString());
            assertThat(item.get("nextDate").isNull()).isTrue();
        });
        assertThat(api.get("/explain?user=" + customer() + "&event=" + event + "&date=" + tomorrow)
                        .body()
                        .at("/items/0/outcome")
                        .asString())
                .isEqualTo("NOTHING_DUE");
        assertThat(api.post("/runs", Map.of("eventId", event, "date", tomorrow, "dryRun", true))
                        .body()
                        .at("/errors/0/message")
                        .asString())
                .contains("nothing due on " + tomorrow);

        UUID over = promotions.publish(until(at(today(), 0)));
        awaitRuns(over, 1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> strings("SELECT settled::text FROM schedule WHERE event_id = ?", over)
                        .equals(List.of("true")));
        assertThat(strings("SELECT dispatch_date::text FROM run WHERE event_id = ?", over))
                .as("nothing is recorded as missed that could never be sent")
                .containsExactly(today().minusDays(1).toString());
        assertThat(api.post(
                                "/backfills",
                                Map.of("eventId", over, "from", today(), "to", today(), "mode", "all", "afterEnd", true))
                        .body()
                        .at("/errors/0/message")
                        .asString())
                .contains("nothing due");
    }

    /** Due at local midnight from yesterday on. */
    private static PromotionChanged until(Instant end) {
        PromotionChanged all = around(1, 1);
        return new PromotionChanged(
                all.eventId(),
                1,
                "PUBLISHED",
                "Sale",
                all.startDatetime(),
                end,
                all.timeZone(),
                "00:00",
                null,
                Promotions.OFFER,
                all.audience());
    }

    private UUID customer() {
        UUID user = UUID.randomUUID();
        jdbc.sql("INSERT INTO customer (user_id, display_name) VALUES (?, 'Ann')")
                .param(user)
                .update();
        return user;
    }

    @Test
    void shouldIgnoreVersionsThatComeLateOrTwice() {
        PromotionChanged first = around(0, 1);
        PromotionChanged second = next(first, "PUBLISHED", "Second");
        UUID event = promotions.publish(second);
        awaitRuns(event, 1);

        promotions.send(first);
        promotions.send(second);
        promotions.publish(next(next(second, "PUBLISHED", "x"), "EXPIRED", "Fourth"));

        assertThat(strings("SELECT version || ' ' || status FROM schedule WHERE event_id = ?", event))
                .containsExactly("4 EXPIRED");
        assertThat(strings(
                        "SELECT event_version || ' ' || title FROM run WHERE event_id = ? AND state <> 'MISSED'",
                        event))
                .as("what was due keeps what it was made from")
                .containsExactly("2 Second");
    }

    @Test
    void shouldCancelWhatIsUnderWayAndMakeNoMoreRuns() {
        // Somebody to send to: without workers the run waits.
        jdbc.sql("INSERT INTO customer (user_id, display_name) VALUES (?, 'Ann')")
                .param(UUID.randomUUID())
                .update();
        PromotionChanged published = around(0, 1);
        UUID event = promotions.publish(published);
        awaitRuns(event, 1);

        promotions.publish(next(published, "CANCELLED", "Off"));

        assertThat(strings("SELECT desired FROM run WHERE event_id = ?", event)).containsExactly("CANCELLED");
        assertThat(dueRuns.make(event)).isEmpty();
        assertThat(strings("SELECT state FROM run WHERE event_id = ?", event)).hasSize(1);
    }

    @Test
    void shouldRecordEveryOpenDateOfAnExpiredEventAsMissed() {
        PromotionChanged expired = next(around(1, 0), "EXPIRED", "Over");
        UUID event = promotions.publish(expired);

        awaitRuns(event, 2);

        assertThat(strings("SELECT DISTINCT state FROM run WHERE event_id = ?", event))
                .containsExactly("MISSED");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> strings("SELECT settled::text FROM schedule WHERE event_id = ?", event)
                        .equals(List.of("true")));
    }

    @Test
    void shouldMakeOneRunPerDateWhoeverLooksAtTheSameTime() throws Exception {
        UUID event = promotions.publish(around(5, 1));
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Object>> looks = IntStream.range(0, 12)
                    .mapToObj(look -> (Callable<Object>) () -> dueRuns.make(event))
                    .toList();
            for (var look : threads.invokeAll(looks)) {
                assertThat(look.get()).isNotNull();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(strings("SELECT dispatch_date::text FROM run WHERE event_id = ?", event))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldPutWhatCanBeNoScheduleAsideAndGoOn() {
        PromotionChanged good = around(0, 1);
        UUID key = good.eventId();
        promotions.send(key, "{not json");
        promotions.send(key, "{\"eventId\":\"" + UUID.randomUUID() + "\",\"eventType\":\"Unheard\"}");
        promotions.send(new PromotionChanged(
                key,
                1,
                "PUBLISHED",
                "t",
                good.startDatetime(),
                good.endDatetime(),
                "Mars/Olympus",
                null,
                null,
                Promotions.OFFER,
                good.audience()));

        promotions.publish(good);

        assertThat(strings("SELECT time_zone FROM schedule WHERE event_id = ?", key))
                .containsExactly(good.timeZone());
    }

    private void awaitRuns(UUID event, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> strings("SELECT state FROM run WHERE event_id = ?", event)
                                .size()
                        == count);
    }

    private List<String> strings(String sql, UUID event) {
        return jdbc.sql(sql).param(event).query(String.class).list();
    }
}
