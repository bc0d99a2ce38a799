package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** SIGKILL of a worker that holds partitions, early, in the middle and late: others take them over. */
final class WorkerKilled implements Fault {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String name() {
        return "worker killed";
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
        Sending sending = round.send().upTo(0.2 * round.number);
        String victim = round.victim(sending);
        sending.hurt();
        round.processes.kill(victim);
        Set<Integer> held = round.facts.heldBy(round.processId(victim), sending.runId);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        if (held.isEmpty()) {
            throw new VoidRound("the killed worker held nothing");
        }
        sending.resumesWithin(Duration.ofSeconds(20), held, attempts);
        sending.completes();
        assertThat(round.running(ProcessRole.WORKER)).doesNotContain(victim);
    }
}
