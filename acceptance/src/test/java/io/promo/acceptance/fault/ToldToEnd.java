package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** SIGTERM of a worker or a manager at random moments: it is out within seconds, and nothing is lost. */
final class ToldToEnd implements Fault {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String name() {
        return "told to end";
    }

    @Override
    public int rounds() {
        return 5;
    }

    /** Two workers and two managers in turn: five rounds tell twenty processes. */
    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.05).hurt();
        for (int told = 0; told < 4; told++) {
            if (!round.facts.state(sending.runId).equals("RUNNING")) {
                sending.completes();
                sending = round.send().upTo(0.05).hurt();
            }
            TimeUnit.MILLISECONDS.sleep(round.random.nextInt(1_000));
            List<String> candidates = round.running(told % 2 == 0 ? ProcessRole.WORKER : ProcessRole.MANAGER);
            String victim = candidates.get(round.random.nextInt(candidates.size()));
            long before = System.nanoTime();
            round.processes.stop(victim);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as("time %s took to end", victim)
                    .isLessThan(ENDS_WITHIN);
            assertThat(round.processes.restart(victim).state()).isEqualTo(Status.State.RUNNING);
        }
        sending.recovering();
        sending.goesOnWithin(Duration.ofSeconds(20));
        sending.completes();
    }
}
