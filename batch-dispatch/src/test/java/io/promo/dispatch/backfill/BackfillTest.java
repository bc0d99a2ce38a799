package io.promo.dispatch.backfill;

import static io.promo.dispatch.Promotions.around;
import static io.promo.dispatch.Promotions.next;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.Promotions;
import io.promo.events.promotion.PromotionChanged;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ManagerTest
class BackfillTest {

    @Autowired
    Api api;

    @Autowired
    Promotions promotions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void shouldSendMissedDatesAndRehearseThatFirst() {
        UUID event = published(around(2, 1), 3);

        Answer rehearsal = backfill(event, 2, 1, "missing", Map.of("dryRun", true));
        assertThat(rehearsal.status()).isEqualTo(200);
        assertThat(actions(rehearsal)).containsExactly("START", "START");
        assertThat(rehearsal.body().at("/items/0/eligible").isNumber()).isTrue();
        assertThat(states(event)).containsOnly("MISSED");

        Answer real = backfill(event, 2, 1, "missing", Map.of());
        assertThat(real.status()).isEqualTo(201);
        assertThat(real.body().get("total").asInt()).isEqualTo(2);
        assertThat(states(event)).doesNotContain("MISSED");
        assertThat(strings(
                        "SELECT requested_by FROM run WHERE event_id = ? AND dispatch_date < '" + today() + "'", event))
                .containsExactly("operator", "operator");

        assertThat(trail(event, today().minusDays(1))).containsExactly("trigger MISS", "operator REVIVE");
        assertThat(trail(event, today())).containsExactly("trigger REQUEST");

        Answer again = backfill(event, 2, 1, "missing", Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(actions(again)).containsExactly("NONE", "NONE");
    }

    /** What the event's audit trail says of a date. */
    private List<String> trail(UUID event, LocalDate date) {
        return api.get("/runs/actions?eventId=" + event)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("dispatchDate").asString().equals(date.toString()))
                .map(it -> it.path("actor").asString() + " " + it.path("action").asString())
                .filter(it -> !it.endsWith("TAKE_OVER"))
                .toList();
    }

    @Test
    void shouldShowMissedDatesInTheListOfRuns() {
        UUID event = published(around(2, 1), 3);

        assertThat(api.get("/runs?state=MISSED&eventId=" + event)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("dispatchDate").asString()
                                + it.path("dueAt").asString()))
                .containsExactlyInAnyOrder(
                        today().minusDays(1) + "" + Promotions.at(today().minusDays(1), 0),
                        today().minusDays(2) + "" + Promotions.at(today().minusDays(2), 0));
    }

    @Test
    void shouldReplayUnderANewGenerationAndRestartWhatFailed() {
        // Somebody to send to: without workers the restarted run waits.
        jdbc.sql("INSERT INTO customer (user_id, display_name) VALUES (?, 'Ann')")
                .param(UUID.randomUUID())
                .update();
        UUID event = published(around(2, 1), 3);
        end(event, 2, "COMPLETED");
        end(event, 1, "FAILED");

        assertThat(actions(backfill(event, 2, 1, "missing", Map.of()))).containsExactly("NONE", "NONE");
        assertThat(actions(backfill(event, 2, 1, "failed", Map.of("dryRun", true))))
                .containsExactly("NONE", "RESTART");
        assertThat(actions(backfill(event, 2, 1, "failed", Map.of()))).containsExactly("NONE", "RESTART");

        Answer all = backfill(event, 2, 1, "all", Map.of());
        assertThat(actions(all)).containsExactly("REPLAY", "NONE");
        assertThat(all.body().at("/items/0/generation").asInt()).isOne();
        assertThat(strings(
                        "SELECT generation::text FROM run WHERE event_id = ? AND run_id = '"
                                + all.body().at("/items/0/runId").asString() + "'",
                        event))
                .containsExactly("1");
    }

    @Test
    void shouldRefuseDatesThatAreNotPossible() {
        UUID event = published(around(2, 1), 3);

        assertProblem(backfill(event, 1, 2, "all", Map.of()), 400, "from");
        assertProblem(backfill(event, 0, -1, "all", Map.of()), 400, "to");
        assertProblem(backfill(event, 9, 8, "all", Map.of()), 400, "from");
        assertProblem(
                api.post("/backfills", Map.of("eventId", event, "from", "2026-02-30", "to", today(), "mode", "all")),
                400,
                "from");
        assertProblem(api.post("/backfills", Map.of("eventId", event, "from", today(), "to", today())), 400, "mode");
        assertProblem(
                api.post("/backfills", Map.of("eventId", event, "from", today(), "to", today(), "mode", "some")),
                400,
                "mode");
        assertProblem(backfill(event, 1, 1, "all", Map.of("dryrun", true)), 400, "dryrun");
        Answer unheardOf = backfill(UUID.randomUUID(), 1, 1, "all", Map.of());
        assertThat(unheardOf.status()).isEqualTo(409);
        assertThat(unheardOf.body().path("type").asString()).endsWith(":not-there-yet");
        Answer due = api.post("/runs", Map.of("eventId", UUID.randomUUID()));
        assertThat(due.status()).isEqualTo(409);
        assertThat(due.body().path("detail").asString()).contains("publish a draft first");
    }

    @Test
    void shouldRefuseDatesThatInboxesNoLongerKeep() {
        UUID event = published(around(100, 1), 101);

        Answer refused = backfill(event, 95, 80, "missing", Map.of("dryRun", true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:promo:problem:beyond-retention");
        assertThat(refused.body().get("detail").asString()).contains("ask from ");
    }

    @Test
    void shouldKeepToTheLifecycleOfTheEvent() {
        PromotionChanged published = around(1, 1);
        UUID event = published(published, 2);
        PromotionChanged expired = next(published, "EXPIRED", "Over");
        promotions.publish(expired);

        assertThat(backfill(event, 1, 1, "missing", Map.of()).status()).isEqualTo(409);
        assertThat(backfill(event, 1, 1, "missing", Map.of("afterEnd", true)).status())
                .isEqualTo(201);
        assertThat(api.post("/runs", Map.of("eventId", event)).status()).isEqualTo(409);

        promotions.publish(next(expired, "CANCELLED", "Off"));
        Answer refused = backfill(event, 1, 1, "all", Map.of("afterEnd", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asString()).contains("CANCELLED");
    }

    @Test
    void shouldDispatchOnlyWhatIsDueNow() {
        UUID event = published(around(1, 1), 2);

        Answer due = api.post("/runs", Map.of("eventId", event));
        assertThat(due.status()).isEqualTo(200);
        assertThat(actions(due)).containsExactly("EXISTS");
        assertThat(due.body().at("/items/0/date").asString()).isEqualTo(today().toString());

        jdbc.sql("DELETE FROM run WHERE event_id = ?").param(event).update();
        assertThat(dispatch(event, today(), true).body().at("/items/0/action").asString())
                .isIn("START", "EXISTS");
        assertThat(dispatch(event, today(), false).status()).isIn(200, 201);
        assertThat(strings(
                        "SELECT generation::text FROM run WHERE event_id = ? AND dispatch_date = '" + today() + "'",
                        event))
                .containsExactly("0");

        assertThat(dispatch(event, today().plusDays(1), false)
                        .body()
                        .get("type")
                        .asString())
                .isEqualTo("urn:promo:problem:not-due");
        assertProblem(dispatch(event, today().plusDays(9), false), 400, "date");
    }

    @Test
    void shouldLetOnlyOperatorsAndAdminsSend() {
        assertThat(api.post("/runs", Map.of("eventId", UUID.randomUUID()), "viewer")
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/backfills", Map.of("eventId", UUID.randomUUID()), "customer")
                        .status())
                .isEqualTo(403);
    }

    private UUID published(PromotionChanged changed, int runs) {
        UUID event = promotions.publish(changed);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> strings("SELECT state FROM run WHERE event_id = ?", event)
                                .size()
                        == runs);
        return event;
    }

    private Answer dispatch(UUID event, LocalDate date, boolean dryRun) {
        return api.post("/runs", Map.of("eventId", event, "date", date.toString(), "dryRun", dryRun));
    }

    private Answer backfill(UUID event, int fromDaysAgo, int toDaysAgo, String mode, Map<String, Object> more) {
        Map<String, Object> body = new TreeMap<>(more);
        body.put("eventId", event);
        body.put("from", today().minusDays(fromDaysAgo).toString());
        body.put("to", today().minusDays(toDaysAgo).toString());
        body.put("mode", mode);
        return api.post("/backfills", body);
    }

    private void end(UUID event, int daysAgo, String state) {
        jdbc.sql("UPDATE run SET state = ? WHERE event_id = ? AND dispatch_date = ?")
                .params(state, event, today().minusDays(daysAgo))
                .update();
    }

    /** Of dates before today. */
    private List<String> states(UUID event) {
        return strings("SELECT state FROM run WHERE event_id = ? AND dispatch_date < '" + today() + "'", event);
    }

    private List<String> strings(String sql, UUID event) {
        return jdbc.sql(sql).param(event).query(String.class).list();
    }

    private static List<String> actions(Answer answer) {
        assertThat(answer.body().has("items")).as(answer.body().toString()).isTrue();
        return StreamSupport.stream(answer.body().get("items").spliterator(), false)
                .map(item -> item.get("action").asString())
                .toList();
    }

    private static void assertProblem(Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/message").asString()).isNotBlank();
    }
}
