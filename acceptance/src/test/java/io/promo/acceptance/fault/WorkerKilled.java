package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * SIGKILL of a worker that holds partitions, early, in the middle and late: others take them over. In even rounds it dies
 * between the inbox's commit and its own record of it, so that a chunk comes again.
 */
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
        return 2;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.2 * round.number);
        boolean betweenCommits = round.number % 2 == 0;
        String victim = betweenCommits ? killedBetweenCommits(round, sending) : killed(round, sending);
        Set<Integer> held = round.facts.heldBy(round.processId(victim), sending.runId);
        Map<Integer, Integer> attempts = round.facts.attempts(sending.runId);
        if (held.isEmpty()) {
            throw new VoidRound("the killed worker held nothing");
        }
        sending.resumesWithin(Duration.ofSeconds(20), held, attempts);
        sending.completes();
        assertThat(round.running(ProcessRole.WORKER)).doesNotContain(victim);
        long replayed = round.facts.chunksReplayed(sending.runId);
        if (betweenCommits && replayed == 0 && sending.finding().exact()) {
            throw new VoidRound("the killed worker stood at the begin or the end of its partitions");
        }
        assertThat(replayed)
                .as("chunks that came again: one at most of each partition the killed worker held")
                .isBetween(betweenCommits ? 1L : 0L, (long) held.size());
    }

    private static String killed(Round round, Sending sending) throws InterruptedException {
        String victim = round.victim(sending);
        sending.hurt();
        round.processes.kill(victim);
        return victim;
    }

    private static String killedBetweenCommits(Round round, Sending sending) throws Exception {
        try (var door = Door.before(round, "UPDATE", "run_partition")) {
            String victim = round.name(door.waiting());
            sending.hurt();
            round.processes.kill(victim);
            return victim;
        }
    }
}
