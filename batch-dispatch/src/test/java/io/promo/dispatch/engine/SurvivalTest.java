package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import io.promo.sql.Database;
import io.promo.sql.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Processes come and go, hang and come back; every customer has one message all the same. */
@EngineTest
class SurvivalTest {

    @Autowired
    World world;

    @Autowired
    Engine engine;

    @Autowired
    Records records;

    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void customers() {
        world.customers(1_000);
    }

    @Test
    void shouldGoOnAfterTheLastCommittedChunkWhenAWorkerIsAskedToLeave() {
        ConfigurableApplicationContext leaving = world.workers(1).get(0);
        world.workers(2);
        UUID run = world.request(event, 0, 120);
        world.awaitDelivered(run, 150);

        leaving.close();
        world.hurry(run);

        RunView done = world.awaitState(run, RunState.COMPLETED);
        assertThat(done.delivered()).isEqualTo(1_000);
        assertThat(done.chunksReplayed()).isZero();
        assertThat(engine.attempts(run)).isGreaterThan(4);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldTakeOverFromAProcessThatWentSilentButNotBefore() {
        world.workers(0);
        UUID silent = engine.process("now() + interval '1 hour'");
        UUID run = world.request(event, 0, null);
        engine.awaitRequested(run, 4);
        engine.claimFor(run, silent);

        world.workers(1);

        await().atMost(Duration.ofSeconds(20)).until(() -> engine.stale(run) > 0);
        assertThat(world.run(run).delivered()).isZero();
        world.dispatch
                .sql("UPDATE process SET heartbeat_at = now() - interval '11 seconds' WHERE process_id = ?")
                .param(silent)
                .update();
        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldTakeOverAtOnceHoweverOftenThePartitionsWereHandedBackBefore() {
        world.workers(0);
        UUID run = world.request(event, 0, 200);
        engine.awaitRequested(run, 4);
        world.dispatch
                .sql(
                        "UPDATE partition_claim SET requests = 8, next_request_at = now() + interval '1 minute' WHERE run_id = ?")
                .param(run)
                .update();
        world.workers(1);
        world.awaitDelivered(run, 100);

        UUID dead = engine.process("now() - interval '1 hour'");
        world.dispatch
                .sql(
                        "UPDATE partition_claim SET process_id = ?, epoch = epoch + 1 WHERE run_id = ? AND process_id IS NOT NULL")
                .params(dead, run)
                .update();
        world.hurry(run);

        await().atMost(Duration.ofSeconds(30)).until(() -> world.run(run).state() == RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldNotWaitForWhatADeadProcessHoldsOnTo() throws SQLException {
        world.workers(0);
        UUID dead = engine.process("now() + interval '1 hour'");
        UUID run = world.request(event, 0, null);
        engine.awaitRequested(run, 4);
        try (Connection dispatch = engine.sessionOf(dead, Database.DISPATCH, Role.DISPATCH);
                Connection inbox = engine.sessionOf(dead, Database.INBOX, Role.WORKER)) {
            execute(dispatch, "SELECT pg_advisory_xact_lock(hashtext('promo.take-runs'))");
            execute(dispatch, "SELECT 1 FROM partition_claim WHERE run_id = '" + run + "' FOR UPDATE");
            execute(
                    inbox,
                    "INSERT INTO inbox_message (delivery_id, user_id, template_no) SELECT delivery_id, '"
                            + World.customer(1) + "', 1 FROM delivery WHERE event_id = '" + event + "'");
            // Not before: the sweeper ends the sessions of whoever is silent as soon as it sees them.
            world.dispatch
                    .sql("UPDATE process SET heartbeat_at = now() - interval '1 hour' WHERE process_id = ?")
                    .param(dead)
                    .update();
            world.workers(1);

            world.awaitState(run, RunState.COMPLETED);
        }
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void shouldRefuseTheNextChunkOfAWorkerThatWasTakenOverFrom() {
        world.workers(1);
        UUID run = world.request(event, 0, 200);
        world.awaitDelivered(run, 100);
        UUID other = engine.process("now() + interval '1 hour'");

        world.dispatch
                .sql("UPDATE partition_claim SET process_id = ?, epoch = epoch + 1 WHERE run_id = ?")
                .params(other, run)
                .update();

        await().atMost(Duration.ofSeconds(10)).until(() -> engine.fenced(run) > 0);
        world.dispatch
                .sql("UPDATE process SET ended_at = now() WHERE process_id = ?")
                .param(other)
                .update();
        world.hurry(run);
        RunView done = world.awaitState(run, RunState.COMPLETED);
        assertThat(done.delivered()).isEqualTo(1_000);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldReplayTheChunkThatWasWrittenButNotRecorded() {
        world.workers(1);
        UUID run = world.request(event, 0, 200);
        world.awaitDelivered(run, 300);
        engine.pauseAndResumeWith(run, () -> engine.rewind(run));

        RunView done = world.awaitState(run, RunState.COMPLETED);

        assertThat(done.chunksReplayed()).isPositive();
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldRefuseRequestsThatAreStale() {
        world.workers(1);
        UUID run = world.request(event, 0, null);
        world.awaitState(run, RunState.COMPLETED);
        List<String> before = engine.batchStates(run);

        int sent = records.sendRequestsAgain(run, 3);

        await().atMost(Duration.ofSeconds(20)).until(() -> engine.stale(run) >= sent);
        assertThat(sent).isEqualTo(12);
        assertThat(engine.batchStates(run)).isEqualTo(before);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldPublishALostRequestAgain() {
        world.workers(0);
        UUID run = world.request(event, 0, null);
        engine.awaitRequested(run, 4);

        records.skipRequests();
        world.workers(1);

        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldAdoptARunWhoseManagerDied() {
        world.workers(1);
        UUID run = world.request(event, 0, 300);
        world.awaitDelivered(run, 100);
        UUID dead = engine.process("now() - interval '1 hour'");
        world.dispatch
                .sql("UPDATE process SET ended_at = now() WHERE process_id = ?")
                .param(dead)
                .update();

        world.dispatch
                .sql("UPDATE run SET owner = ? WHERE run_id = ?")
                .params(dead, run)
                .update();

        RunView done = world.awaitState(run, RunState.COMPLETED);
        assertThat(done.attempt()).isGreaterThan(1);
        assertThat(done.delivered()).isEqualTo(1_000);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
        assertThat(world.dispatch
                        .sql("SELECT actor || ': ' || detail FROM run_action WHERE run_id = ? AND action = 'TAKE_OVER'")
                        .param(run)
                        .query(String.class)
                        .list())
                .contains("system: its manager died");
    }

    @Test
    void shouldWaitForAnInboxThatIsAway() {
        world.workers(1);
        UUID run = world.request(event, 0, 400);
        world.awaitDelivered(run, 100);

        engine.refuseInboxConnections(true);
        await().atMost(Duration.ofSeconds(30)).until(() -> world.run(run).reason() != null);
        assertThat(world.run(run).state()).isEqualTo(RunState.RUNNING);
        engine.refuseInboxConnections(false);

        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldFailWhatCanNeverSucceedAndRestartItOnceItCan() {
        world.workers(1);
        world.schedule(event, "PUBLISHED");
        world.inbox.sql("REVOKE INSERT ON inbox_message FROM promo_worker").update();
        UUID run = world.request(event, 0, null);
        try {
            RunView failed = world.awaitState(run, RunState.FAILED);
            assertThat(failed.reason()).contains("permission denied");
        } finally {
            world.inbox.sql("GRANT INSERT ON inbox_message TO promo_worker").update();
        }

        engine.restart(run);

        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }

    @Test
    void shouldPutPoisonAsideAndGoOn() {
        world.workers(1);
        long before = records.deadLetters();
        records.sendRequest(null);
        records.sendRequest("{\"no\":\"request\"");
        records.sendRequest("""
                {"event_id":"%s","dispatch_date":"2026-01-01","run_id":"%s","partition_no":0,"first_user":"%s",
                 "last_user":"%s","step_name":"partition","step_execution_id":987654321}
                """.formatted(event, event, event, event));

        await().atMost(Duration.ofSeconds(20)).until(() -> records.deadLetters() == before + 2);
        world.awaitState(world.request(event, 0, null), RunState.COMPLETED);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }
}
