package io.promo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.bench.oracle.Delivery;
import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Processes are hurt while a run is truly under way; the run completes and SQL finds every message exactly once. */
@ExtendWith(Stack.Extension.class)
class SurvivalIT {

    /** About ten seconds for the audience: time to be hurt. */
    private static final int MAX_RATE = 2_000;

    private static final int ROWS_BEFORE_THE_FAULT = 1_000;

    private final Stack stack;

    SurvivalIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void bringBackWhatWasHurt() throws InterruptedException {
        stack.processes.up(2, line -> {});
    }

    @Test
    void shouldCompleteByItselfWhenAWorkerIsKilled() throws Exception {
        UUID eventId = stack.published("Worker killed", MAX_RATE);
        String runId = underWay(eventId);
        stack.processes.kill(name(ProcessRole.WORKER));
        assertThat(state("worker-1")).isEqualTo(Status.State.DEAD);

        completesExactly(eventId, runId);
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
        String worker = name(ProcessRole.WORKER);
        stack.processes.signal(worker, "STOP");
        completesExactly(eventId, runId);
        stack.processes.signal(worker, "CONT");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(worker)).isEqualTo(Status.State.RUNNING));
        assertThat(delivery(eventId, runId).exact()).isTrue();
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

    private void completesExactly(UUID eventId, String runId) throws Exception {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> stack.run(runId).path("state").asString().equals("COMPLETED"));
        Delivery delivery = delivery(eventId, runId);
        assertThat(delivery).matches(Delivery::exact, "every eligible customer has exactly one message");
        assertThat(delivery.eligible()).isGreaterThan(Stack.CUSTOMERS / 2);
        assertThat(stack.run(runId).path("delivered").asLong()).isEqualTo(delivery.eligible());
    }

    private Delivery delivery(UUID eventId, String runId) throws Exception {
        return stack.oracle()
                .delivery(
                        eventId,
                        LocalDate.parse(stack.run(runId).path("dispatchDate").asString()));
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
