package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.Api;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** After an event's end nothing of it is sent, unless somebody asks for just that. */
@EngineTest
class EventEndTest {

    private static final Map<String, Boolean> AFTER_END = Map.of("afterEnd", true);

    @Autowired
    World world;

    @Autowired
    Api api;

    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void startWorker() {
        world.workers(1);
        world.customers(1_000);
        world.schedule(event, "PUBLISHED");
    }

    /** Whether the calendar has told of the end already or not. */
    @ParameterizedTest
    @CsvSource({
        "EXPIRED, now() - interval '1 minute'",
        "PUBLISHED, now() - interval '1 second'",
        "EXPIRED, now() + interval '1 minute'"
    })
    void shouldAskOfAResumeWhatItAsksOfARestart(String status, String end) {
        UUID run = world.request(event, 0, 400);
        world.awaitDelivered(run, 50);
        api.post("/runs/" + run + "/pause");
        RunView paused = world.awaitState(run, RunState.PAUSED);
        world.schedule(event, status, end);

        Api.Answer refused = post(run, "resume", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:promo:problem:event-over");
        assertThat(refused.body().path("detail").asString()).contains("afterEnd");
        assertThat(world.run(run).state()).isEqualTo(RunState.PAUSED);
        assertThat(world.run(run).delivered()).isEqualTo(paused.delivered());

        world.hurry(run);
        assertThat(post(run, "resume", AFTER_END).status()).isEqualTo(200);
        assertThat(world.awaitState(run, RunState.COMPLETED).delivered()).isEqualTo(1_000);
    }

    @Test
    void shouldStopASlowRunAtTheEndAndSayWhoWasLeftOut() {
        UUID run = world.request(event, 0, 100);
        world.awaitDelivered(run, 100);

        // As an edit does that moves the end.
        world.schedule(event, "PUBLISHED", "now()");

        RunView stopped = world.awaitState(run, RunState.STOPPED);
        long leftOut = 1_000 - stopped.delivered();
        assertThat(stopped.eligible()).isEqualTo(1_000);
        assertThat(stopped.delivered()).isBetween(100L, 900L);
        assertThat(stopped.desired()).hasToString("STOPPED");
        assertThat(stopped.reason())
                .contains(leftOut + " of 1000 customers were left out")
                .contains("afterEnd");
        assertThat(world.messages(event)).hasSize((int) stopped.delivered());
        assertThat(lastAction(run)).startsWith("STOPPED: the event ended").contains(leftOut + " of 1000");

        assertThat(post(run, "restart", Map.of()).body().path("type").asString())
                .isEqualTo("urn:promo:problem:event-over");
        world.hurry(run);
        assertThat(post(run, "restart", AFTER_END).status()).isEqualTo(200);
        assertThat(world.awaitState(run, RunState.COMPLETED).reason()).isNull();
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldNotStartLateWhatWasDueBeforeTheEnd() {
        world.schedule(event, "PUBLISHED", "now() - interval '1 second'");

        UUID run = world.request(event, 0, null);

        RunView stopped = world.awaitState(run, RunState.STOPPED);
        assertThat(stopped.delivered()).isZero();
        assertThat(stopped.reason()).contains("1000 of 1000 customers were left out");
        assertThat(world.messages(event)).isEmpty();

        // The end is moved again: nothing need be asked for.
        world.schedule(event, "PUBLISHED");
        assertThat(world.run(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(post(run, "restart", Map.of()).status()).isEqualTo(200);
        world.awaitState(run, RunState.COMPLETED);
    }

    @Test
    void shouldNotTakeOverWhatADeadManagerLeftBeforeTheEnd() {
        UUID run = world.request(event, 0, 50);
        world.awaitDelivered(run, 50);

        world.dispatch.sql("""
                        WITH ended AS (UPDATE schedule SET end_datetime = now(), status = 'EXPIRED' WHERE event_id = ?)
                        UPDATE run SET owner = gen_random_uuid() WHERE run_id = ?
                        """).params(event, run).update();

        RunView stopped = world.awaitState(run, RunState.STOPPED);
        assertThat(stopped.delivered()).isLessThan(1_000);
        assertThat(stopped.reason()).contains("were left out");
        assertThat(world.messages(event)).hasSize((int) stopped.delivered());
    }

    @Test
    void shouldSendAfterTheEndWhatIsAskedFor() {
        world.schedule(event, "EXPIRED", "now() - interval '1 minute'");
        Map<String, Object> backfill = Map.of(
                "eventId",
                event,
                "from",
                World.DATE.minusDays(1).toString(),
                "to",
                World.DATE.toString(),
                "mode",
                "missing");

        assertThat(api.post("/backfills", backfill).body().path("type").asString())
                .isEqualTo("urn:promo:problem:event-over");
        assertThat(api.post("/runs", Map.of("eventId", event))
                        .body()
                        .path("type")
                        .asString())
                .isEqualTo("urn:promo:problem:event-over");
        Map<String, Object> afterEnd = new java.util.HashMap<>(backfill);
        afterEnd.put("afterEnd", true);
        Api.Answer asked = api.post("/backfills", afterEnd);

        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        UUID run = UUID.fromString(asked.body().at("/items/0/runId").asString());
        assertThat(world.awaitState(run, RunState.COMPLETED).delivered()).isEqualTo(1_000);
    }

    @Test
    void shouldLetARunGoOnAfterTheEndOnlyOnceForEachTimeItIsAskedFor() {
        UUID run = world.request(event, 0, 100);
        world.awaitDelivered(run, 50);
        world.schedule(event, "PUBLISHED", "now()");
        world.awaitState(run, RunState.STOPPED);
        long before = world.run(run).delivered();
        post(run, "restart", AFTER_END);
        world.awaitDelivered(run, before + 50);

        api.post("/runs/" + run + "/pause");
        world.awaitState(run, RunState.PAUSED);

        assertThat(post(run, "resume", Map.of()).status()).isEqualTo(409);
        world.hurry(run);
        assertThat(post(run, "resume", AFTER_END).status()).isEqualTo(200);
        assertThat(world.awaitState(run, RunState.COMPLETED).delivered()).isEqualTo(1_000);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    /** It stops by itself, but not before somebody drives it; the operator's word counts at once and is kept. */
    @ParameterizedTest
    @CsvSource({"DUE, /stop", "RUNNING, /stop", "DUE, stop-all", "RUNNING, stop-all"})
    void shouldTakeAnOperatorsStopOfARunThatIsPastItsEnd(String state, String how) {
        world.schedule(event, "PUBLISHED", "now() - interval '1 second'");
        UUID run = world.request(event, 0, null);
        world.awaitState(run, RunState.STOPPED);
        world.dispatch.sql("""
                        UPDATE run SET state = ?, desired = 'RUNNING', reason = NULL, ended_at = NULL, not_before = 'infinity'
                        WHERE run_id = ?
                        """).params(state, run).update();

        Api.Answer stopped = api.post("/runs/" + (how.equals("stop-all") ? how : run + how));

        assertThat(stopped.status()).as(stopped.body().toString()).isEqualTo(200);
        assertThat(api.get("/runs/" + run + "/actions").body().path("items").valueStream())
                .anySatisfy(
                        action -> assertThat(action.path("action").asString()).isEqualTo("STOP"));
        assertThat(world.awaitState(run, RunState.STOPPED).desired()).hasToString("STOPPED");

        // The end is moved again: what an operator stopped does not go on by itself.
        world.schedule(event, "PUBLISHED");
        assertThat(world.run(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(world.messages(event)).isEmpty();
    }

    private String lastAction(UUID run) {
        var items = api.get("/runs/" + run + "/actions").body().path("items");
        return items.get(items.size() - 1).path("detail").asString();
    }

    private Api.Answer post(UUID run, String verb, Map<String, ?> body) {
        return api.post("/runs/" + run + "/" + verb, body);
    }
}
