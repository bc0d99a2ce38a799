package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.run.RunLifecycle;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import io.promo.dispatch.sweep.RunCleanUp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people want of a run, and what comes of it. */
@EngineTest
class LifecycleTest {

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Api api;

    @Autowired
    RunLifecycle lifecycle;

    @Autowired
    RunCleanUp cleanUp;

    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void startWorker() {
        world.workers(1);
        world.customers(1_000);
        world.schedule(event, "PUBLISHED");
    }

    @Test
    void shouldPauseAtAChunkBoundaryAndResumeWithTheRest() {
        UUID run = world.request(event, 0, 400);
        world.awaitDelivered(run, 100);

        assertThat(post(run, "pause").status()).isEqualTo(200);

        RunView paused = world.awaitState(run, RunState.PAUSED);
        assertThat(paused.delivered()).isBetween(100L, 999L);
        assertThat(post(run, "stop").body().at("/state").asString()).isEqualTo("STOPPED");
        assertThat(post(run, "resume").status()).isEqualTo(409);
        world.hurry(run);
        assertThat(post(run, "restart").status()).isEqualTo(200);
        RunView done = world.awaitState(run, RunState.COMPLETED);
        assertThat(done.delivered()).isEqualTo(1_000);
        assertThat(done.chunksReplayed()).isZero();
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
        assertThat(post(run, "restart").body().at("/type").asString()).isEqualTo("urn:promo:problem:run-state");
        assertThat(actions(run))
                .as("what was done, not what was refused")
                .containsExactly(
                        "test REQUEST null",
                        "operator PAUSE null",
                        "operator STOP null",
                        "system END STOPPED",
                        "operator RESTART null",
                        "system END COMPLETED");
    }

    @Test
    void shouldStopAlsoWhenNoWorkerIsThereToNotice() {
        world.workers(0);
        UUID run = world.request(event, 0, null);
        world.awaitState(run, RunState.RUNNING);

        post(run, "stop");

        world.awaitState(run, RunState.STOPPED);
        world.workers(1);
        post(run, "restart");
        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldSayWhyNothingMovesAndPromiseNoEnd() {
        UUID run = world.request(event, 0, 50);
        RunView moving = world.awaitDelivered(run, 50);
        world.workers(0);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            RunView still = world.run(run);
            assertThat(still.state()).isEqualTo(RunState.RUNNING);
            assertThat(still.delivered()).isGreaterThanOrEqualTo(moving.delivered());
            assertThat(still.reason()).isEqualTo("no worker is alive");
            assertThat(still.rateNow()).isZero();
            assertThat(still.eligible()).isEqualTo(1_000);
            assertThat(still.etaSeconds()).isNull();
        });
        post(run, "stop");
        world.awaitState(run, RunState.STOPPED);
    }

    @Test
    void shouldNotRestartWhatIsCancelledOrPastItsWindowUnlessAsked() {
        UUID run = world.request(event, 0, 400);
        world.awaitDelivered(run, 50);
        post(run, "stop");
        world.awaitState(run, RunState.STOPPED);

        world.schedule(event, "EXPIRED");
        assertThat(post(run, "restart").status()).isEqualTo(409);
        world.schedule(event, "CANCELLED");
        assertThat(api.post("/runs/" + run + "/restart", Map.of("afterEnd", true))
                        .status())
                .isEqualTo(409);
        world.schedule(event, "EXPIRED");
        world.hurry(run);
        assertThat(api.post("/runs/" + run + "/restart", Map.of("afterEnd", true))
                        .status())
                .isEqualTo(200);
        world.awaitState(run, RunState.COMPLETED);
    }

    @Test
    void shouldCancelWhatCouldBeRestarted() {
        // Runs of 20 s, the second not before the first is under way: none is over when it is to stop.
        UUID failed = world.request(event, 1, 50);
        world.awaitDelivered(failed, 1);
        UUID stopped = world.request(event, 0, 50);
        post(stopped, "stop");
        post(failed, "stop");
        world.awaitState(stopped, RunState.STOPPED);
        world.awaitState(failed, RunState.STOPPED);
        world.dispatch
                .sql("UPDATE run SET state = 'FAILED', reason = 'a bad template' WHERE run_id = ?")
                .param(failed)
                .update();

        lifecycle.cancel(event);

        for (UUID run : List.of(stopped, failed)) {
            world.awaitState(run, RunState.CANCELLED);
            assertThat(actions(run)).endsWith("system CANCEL its event was cancelled", "system END CANCELLED");
            for (String verb : List.of("pause", "resume", "stop", "restart")) {
                assertThat(post(run, verb).status()).as(verb).isEqualTo(409);
            }
        }
    }

    @Test
    void shouldKeepACancelledRunCancelled() {
        UUID run = world.request(event, 0, 100);
        world.awaitDelivered(run, 1);
        world.dispatch
                .sql("UPDATE run SET desired = 'CANCELLED' WHERE run_id = ?")
                .param(run)
                .update();

        assertThat(post(run, "stop").status()).isEqualTo(409);

        world.awaitState(run, RunState.CANCELLED);
    }

    @Test
    void shouldNotTakeOrdersForARunThatIsOver() {
        UUID run = world.request(event, 0, null);
        world.awaitState(run, RunState.COMPLETED);
        // As it is when the pause came too late for the last chunk.
        world.dispatch
                .sql("UPDATE run SET desired = 'PAUSED' WHERE run_id = ?")
                .param(run)
                .update();

        for (String verb : List.of("pause", "resume", "stop")) {
            assertThat(post(run, verb).status()).as(verb).isEqualTo(409);
        }
    }

    @Test
    void shouldStopARunThatWaitsForAnotherAttemptAtOnce() {
        UUID run = world.request(event, 0, 100);
        world.awaitDelivered(run, 1);
        world.dispatch.sql("""
                        UPDATE run SET owner = NULL, not_before = now() + interval '1 hour', setbacks = 9 WHERE run_id = ?
                        """).param(run).update();

        post(run, "stop");

        world.awaitState(run, RunState.STOPPED);
        world.hurry(run);
        post(run, "restart");
        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldTellAgainOfCustomersForgottenWhileARunWasUnderWay() {
        UUID before = UUID.fromString("00000000-0000-4000-8000-00000000f001");
        UUID during = UUID.fromString("00000000-0000-4000-8000-00000000f002");
        forgotten(before, "2 hours");
        UUID run = world.request(event, 0, 400);
        world.awaitDelivered(run, 1);
        forgotten(during, "0");

        world.awaitState(run, RunState.COMPLETED);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(records.toldForgotten()).containsExactly(during.toString()));
    }

    private void forgotten(UUID user, String ago) {
        world.dispatch
                .sql("INSERT INTO forgotten_customer VALUES (?, now() - ?::interval, 'test')")
                .params(user, ago)
                .update();
    }

    @Test
    void shouldForgetHowARunOfLongAgoWasDoneButNotThatItWas() {
        UUID old = world.request(event, 0, null);
        UUID recent = world.request(event, 1, null);
        world.awaitState(old, RunState.COMPLETED);
        world.awaitState(recent, RunState.COMPLETED);
        world.dispatch
                .sql("UPDATE run SET ended_at = now() - interval '31 days' WHERE run_id = ?")
                .param(old)
                .update();

        cleanUp.run();

        RunView forgotten = world.run(old);
        assertThat(forgotten.state()).isEqualTo(RunState.COMPLETED);
        assertThat(forgotten.delivered()).isEqualTo(1_000);
        assertThat(forgotten.partitions().total()).isZero();
        assertThat(world.run(recent).partitions().total()).isEqualTo(4);
        assertThat(world.dispatch
                        .sql("SELECT parameter_value FROM batch_job_execution_params WHERE parameter_value IN (?, ?)")
                        .params(old.toString(), recent.toString())
                        .query(String.class)
                        .list())
                .containsExactly(recent.toString());
    }

    @Test
    void shouldStopEverythingOnRequest() {
        UUID one = world.request(event, 0, 50);
        world.awaitDelivered(one, 1);
        UUID two = world.request(UUID.randomUUID(), 0, 50);

        assertThat(api.post("/runs/stop-all").status()).isEqualTo(200);

        world.awaitState(one, RunState.STOPPED);
        world.awaitState(two, RunState.STOPPED);
    }

    @Test
    void shouldKeepToTheRateAcrossWorkers() {
        world.workers(2);
        UUID run = world.request(event, 0, 400);

        RunView done = world.awaitState(run, RunState.COMPLETED);

        // A thousand rows at 400 a second, but for the last chunk of at most fifty.
        assertThat(Duration.between(done.startedAt(), done.endedAt()))
                .isGreaterThan(Duration.ofMillis(950 * 1_000 / 400));
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldLetOtherRunsPassASlowOne() {
        UUID slow = world.request(event, 0, 10);
        world.awaitDelivered(slow, 1);

        UUID quick = world.request(UUID.randomUUID(), 0, null);

        world.awaitState(quick, RunState.COMPLETED);
        assertThat(world.run(slow).state()).isEqualTo(RunState.RUNNING);
        post(slow, "stop");
        world.awaitState(slow, RunState.STOPPED);
    }

    @Test
    void shouldListRunsWithACursorAndRefuseATamperedOne() {
        UUID run = world.request(event, 0, null);
        world.awaitState(run, RunState.COMPLETED);
        world.awaitState(world.request(event, 1, null), RunState.COMPLETED);

        Api.Answer first = api.get("/runs?eventId=" + event + "&limit=1");
        assertThat(first.body().at("/items/0/generation").asInt()).isEqualTo(1);
        String cursor = first.body().at("/nextCursor").asString();
        Api.Answer second = api.get("/runs?eventId=" + event + "&limit=1&cursor=" + cursor);
        assertThat(second.body().at("/items/0/runId").asString()).isEqualTo(run.toString());
        assertThat(second.body().at("/hasMore").asBoolean()).isFalse();
        assertThat(api.get("/runs?cursor=x" + cursor).status()).isEqualTo(400);
        assertThat(api.get("/runs/" + run + "/partitions").body().at("/items").size())
                .isEqualTo(4);
        assertThat(api.get("/runs/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.get("/workers").body().at("/items").size()).isGreaterThanOrEqualTo(2);
    }

    private List<String> actions(UUID run) {
        return api.get("/runs/" + run + "/actions")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("actor").asString() + " " + it.path("action").asString() + " "
                        + it.path("detail").asString("null"))
                .toList();
    }

    private Api.Answer post(UUID run, String verb) {
        return api.post("/runs/" + run + "/" + verb);
    }
}
