package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * SIGKILL of the manager: the run goes on without a command once a manager runs, and what is done is not done again. In
 * even rounds another manager is there already.
 */
final class ManagerKilled implements Fault {

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String name() {
        return "manager killed";
    }

    @Override
    public int rounds() {
        return 4;
    }

    @Override
    public int roundsInEveryBuild() {
        return 1;
    }

    @Override
    public void round(Round round) throws Exception {
        boolean anotherIsThere = round.number % 2 == 0;
        round.managers(anotherIsThere ? 2 : 1);
        Sending sending = round.send().upTo(0.3);
        String owner = round.driver(sending);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        Set<Integer> done = round.facts.partitions(sending.runId, "DONE");
        sending.hurt();
        round.processes.kill(owner);
        if (!anotherIsThere) {
            round.processes.restart(owner);
            sending.recovering();
        }
        sending.isDrivenByAnotherWithin(Duration.ofSeconds(30), round.processId(owner));
        sending.completes();
        Map<Integer, Integer> afterwards = round.facts.attempts(sending.runId);
        assertThat(done)
                .as("partitions that were done")
                .isNotEmpty()
                .allSatisfy(partition -> assertThat(afterwards.get(partition)).isEqualTo(attempts.get(partition)));
        assertThat(round.running(ProcessRole.MANAGER)).isNotEmpty();
    }
}
