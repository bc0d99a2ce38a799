package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * SIGSTOP of a worker in mid-partition until it counts as dead and others have its partitions, then SIGCONT: nothing of
 * what it still wants to record is taken, and it works on as a healthy worker.
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
        sending.hurt();
        round.processes.signal(victim, "STOP");
        Set<Integer> held = round.facts.heldBy(processId, sending.runId);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        if (held.isEmpty()) {
            round.processes.signal(victim, "CONT");
            throw new VoidRound("the paused worker held nothing");
        }
        sending.resumesWithin(Duration.ofSeconds(20), held, attempts);
        sending.completes();
        long refused = round.facts.staleRefused(processId);

        round.processes.signal(victim, "CONT");

        // Its database sessions were ended when it was taken over from; what it asks on new ones comes too late.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(round.facts.staleRefused(processId)).isGreaterThanOrEqualTo(refused + held.size()));
        assertThat(round.running(ProcessRole.WORKER)).contains(victim);
        assertThat(round.facts.state(sending.runId)).isEqualTo("COMPLETED");
    }
}
