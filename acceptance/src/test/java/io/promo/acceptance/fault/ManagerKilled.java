package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * SIGKILL of the manager: the run goes on without a command once a manager runs, and what is done is not done again. In
 * even rounds another manager is there already. In the last round the manager is not killed but paused until another drives
 * the run, and wakes while that is under way.
 */
final class ManagerKilled implements Fault {

    private static final int LAST = 5;

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
        return LAST;
    }

    @Override
    public int roundsInEveryBuild() {
        return 1;
    }

    @Override
    public void round(Round round) throws Exception {
        boolean paused = round.number == LAST;
        boolean anotherIsThere = paused || round.number % 2 == 0;
        round.managers(anotherIsThere ? 2 : 1);
        Sending sending = round.send().upTo(0.3);
        String owner = round.driver(sending);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        Set<Integer> done = round.facts.partitions(sending.runId, "DONE");
        UUID lost = round.processId(owner);
        sending.hurt();
        round.processes.signal(owner, paused ? "STOP" : "KILL");
        if (!anotherIsThere) {
            round.awaitEnd(owner);
            round.processes.restart(owner);
            sending.recovering();
        }
        sending.isDrivenByAnotherWithin(Duration.ofSeconds(30), lost);
        if (paused) {
            round.processes.signal(owner, "CONT");
        }
        sending.completes();
        Map<Integer, Integer> afterwards = round.facts.attempts(sending.runId);
        assertThat(done)
                .as("partitions that were done")
                .isNotEmpty()
                .allSatisfy(partition -> assertThat(afterwards.get(partition)).isEqualTo(attempts.get(partition)));
        assertThat(round.running(ProcessRole.MANAGER)).isNotEmpty();
    }
}
