package io.promo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.bench.oracle.Delivery;
import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Processes are hurt while a run is truly under way; the run completes and SQL finds every message exactly once. */
@ExtendWith(Stack.Extension.class)
class SurvivalIT {

    /** About ten seconds for the audience: time to be hurt. */
    private static final int MAX_RATE = 2_000;

    private static final Logger log = System.getLogger(SurvivalIT.class.getName());

    private static final int ROWS_BEFORE_THE_FAULT = 1_000;

    private final Stack stack;
    private final String test;

    SurvivalIT(Stack stack, TestInfo test) {
        this.stack = stack;
        this.test = test.getDisplayName();
    }

    @AfterEach
    void bringBackWhatWasHurt() throws InterruptedException {
        stack.processes.up(2, line -> {});
    }

    @Test
    void shouldCompleteByItselfWhenAWorkerIsKilled() throws Exception {
        UUID eventId = stack.published("Worker killed", MAX_RATE);
        String runId = underWay(eventId);
        Victim victim = stack.workerInMidPartition(runId);
        stack.processes.kill(victim.name());
        Set<Integer> held = stack.heldBy(victim, runId);
        assertThat(state(victim.name())).isEqualTo(Status.State.DEAD);

        completesExactly(eventId, runId);

        assertThat(held).as("partitions in the dead worker's hands").isNotEmpty();
        assertThat(stack.attempts(runId, held))
                .allSatisfy(attempts -> assertThat(attempts).isGreaterThan(1));
    }

    @Test
    void shouldCompleteWithoutACommandWhenTheManagerIsKilledAndComesBack() throws Exception {
        UUID eventId = stack.published("Manager killed", MAX_RATE);
        String runId = underWay(eventId);
        String manager = name(ProcessRole.MANAGER);
        stack.processes.kill(manager);
        stack.processes.restart(manager);

        completesExactly(eventId, runId);
    }

    @Test
    void shouldCompleteWhenEveryDispatchProcessIsKilledAtOnce() throws Exception {
        UUID eventId = stack.published("All killed", MAX_RATE);
        String runId = underWay(eventId);
        for (Status.Process process : stack.processes.status().processes()) {
            if (process.role() == ProcessRole.WORKER || process.role() == ProcessRole.MANAGER) {
                stack.processes.kill(process.name());
            }
        }
        stack.processes.up(2, line -> {});

        completesExactly(eventId, runId);
    }

    @Test
    void shouldHandBackItsWorkAndEndInSecondsWhenAWorkerIsToldToEnd() throws Exception {
        UUID eventId = stack.published("Worker told to end", MAX_RATE);
        String runId = underWay(eventId);
        endsInSeconds(name(ProcessRole.WORKER));

        completesExactly(eventId, runId);
    }

    @Test
    void shouldLoseNothingWhenTheManagerIsToldToEnd() throws Exception {
        UUID eventId = stack.published("Manager told to end", MAX_RATE);
        String runId = underWay(eventId);
        String manager = name(ProcessRole.MANAGER);
        endsInSeconds(manager);
        stack.processes.restart(manager);

        completesExactly(eventId, runId);
    }

    @Test
    void shouldRefuseTheCommitOfAWorkerThatWasPausedUntilItCountedAsDead() throws Exception {
        UUID eventId = stack.published("Worker paused", MAX_RATE);
        String runId = underWay(eventId);
        Victim victim = stack.workerInMidPartition(runId);
        stack.processes.signal(victim.name(), "STOP");
        Set<Integer> held = stack.heldBy(victim, runId);
        completesExactly(eventId, runId);
        assertThat(held).as("partitions in the paused worker's hands").isNotEmpty();
        assertThat(stack.attempts(runId, held))
                .allSatisfy(attempts -> assertThat(attempts).isGreaterThan(1));
        long refused = stack.refusals(victim);

        stack.processes.signal(victim.name(), "CONT");

        // Its database sessions were ended when it was taken over from; what it asks on new ones comes too late.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.refusals(victim)).isGreaterThanOrEqualTo(refused + held.size()));
        assertThat(state(victim.name())).isEqualTo(Status.State.RUNNING);
        assertThat(stack.oracle().delivery(eventId, date(runId)))
                .matches(Delivery::exact, "every eligible customer has exactly one message");
        assertThat(stack.run(runId).path("state").asString()).isEqualTo("COMPLETED");
    }

    /** The run's id once enough rows are in and enough are left. */
    private String underWay(UUID eventId) throws Exception {
        String runId = stack.runOf(eventId);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    JsonNode run = stack.run(runId);
                    return run.path("delivered").asLong() >= ROWS_BEFORE_THE_FAULT;
                });
        long delivered = stack.run(runId).path("delivered").asLong();
        assertThat(delivered).as("rows in when the fault is injected").isLessThan(Stack.CUSTOMERS / 2);
        return runId;
    }

    /** Reports how much longer it took than the rate demands for what was left: the price of the fault. */
    private void completesExactly(UUID eventId, String runId) throws Exception {
        LocalDate date = date(runId);
        long sent = stack.oracle().sent(eventId, date);
        long before = System.nanoTime();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> stack.run(runId).path("state").asString().equals("COMPLETED"));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Delivery delivery = stack.oracle().delivery(eventId, date);
        assertThat(delivery).matches(Delivery::exact, "every eligible customer has exactly one message");
        assertThat(delivery.eligible()).isGreaterThan(Stack.CUSTOMERS / 2);
        assertThat(stack.run(runId).path("delivered").asLong()).isEqualTo(delivery.eligible());
        Duration undisturbed = Duration.ofMillis((delivery.eligible() - sent) * 1_000 / MAX_RATE);
        log.log(
                Level.INFO,
                () -> "%s: over after %.1f s, the fault cost %.1f s"
                        .formatted(
                                test,
                                took.toMillis() / 1_000.0,
                                took.minus(undisturbed).toMillis() / 1_000.0));
    }

    /** By SQL: no manager may be there to ask. */
    private LocalDate date(String runId) throws SQLException {
        return LocalDate.parse(
                stack.value("dispatch", "SELECT dispatch_date::text FROM run WHERE run_id = ?::uuid", runId));
    }

    private void endsInSeconds(String process) throws InterruptedException {
        long before = System.nanoTime();
        stack.processes.stop(process);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        assertThat(state(process)).isEqualTo(Status.State.DEAD);
    }

    private String name(ProcessRole role) {
        return stack.processes.status().processes(role).get(0).name();
    }

    private Status.State state(String process) {
        return stack.processes.status().processes().stream()
                .filter(it -> it.name().equals(process))
                .map(Status.Process::state)
                .findFirst()
                .orElseThrow();
    }
}
