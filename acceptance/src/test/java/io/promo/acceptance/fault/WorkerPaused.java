package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * SIGSTOP of a worker until it counts as dead and others have its partitions, then SIGCONT: nothing of what it still wants
 * to record is taken, and it works on as a healthy worker. In odd rounds it stands in mid-COPY, with rows written and not
 * committed, and wakes when the run is over; in even ones it wakes while its successors are at work.
 */
final class WorkerPaused implements Fault {

    @Override
    public int number() {
        return 4;
    }

    @Override
    public String name() {
        return "worker paused beyond its heartbeat";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public int roundsInEveryBuild() {
        return 1;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.1);
        String victim = round.victim(sending);
        UUID processId = round.processId(victim);
        if (round.number % 2 == 1) {
            try (var copy = UncommittedCopy.of(round, processId)) {
                copy.awaitHeld();
                pause(round, sending, victim, processId);
            }
        } else {
            pause(round, sending, victim, processId);
        }
    }

    private static void pause(Round round, Sending sending, String victim, UUID processId) throws Exception {
        sending.hurt();
        round.processes.signal(victim, "STOP");
        Set<Integer> held = round.facts.heldBy(processId, sending.runId);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        if (held.isEmpty()) {
            round.processes.signal(victim, "CONT");
            throw new VoidRound("the paused worker held nothing");
        }
        sending.resumesWithin(Duration.ofSeconds(20), held, attempts);
        if (round.number % 2 == 1) {
            sending.completes();
        }
        long refused = round.facts.refused(processId);

        round.processes.signal(victim, "CONT");

        // Its database sessions were ended when it was taken over from; each partition it held, it asks for again on
        // new
        // ones or wants to hand back, and is refused.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(round.facts.refused(processId)).isGreaterThanOrEqualTo(refused + held.size()));
        assertThat(round.running(ProcessRole.WORKER)).contains(victim);
        sending.completes();
        Map<Integer, Integer> afterwards = round.facts.attempts(sending.runId);
        assertThat(held)
                .as("begun by the successor alone")
                .allSatisfy(it -> assertThat(afterwards.get(it)).isEqualTo(attempts.get(it) + 1));
    }
}
