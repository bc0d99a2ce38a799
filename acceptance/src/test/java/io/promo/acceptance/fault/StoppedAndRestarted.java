package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.ProcessRole;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An operator stops the run at random moments and restarts it, twenty times over as many runs as that takes. At the
 * fifth stop the managers are killed before they have carried it out: no machine undoes an operator's stop.
 */
final class StoppedAndRestarted implements Fault {

    private static final int STOPS = 20;
    private static final int STOP_WITH_A_CRASH = 5;

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String name() {
        return "stopped and restarted 20 times";
    }

    @Override
    public void round(Round round) throws Exception {
        int stops = 0;
        while (stops < STOPS) {
            Sending sending = round.send().upTo(0.05).hurt();
            while (stops < STOPS
                    && (stops + 1 == STOP_WITH_A_CRASH ? stoppedInACrash(round, sending) : stopped(round, sending))) {
                stops++;
                round.operator(sending, "restart");
                sending.reaches("RUNNING", "COMPLETED");
            }
            sending.completes();
        }
    }

    /** Whether there was still something to stop. */
    private static boolean stopped(Round round, Sending sending) throws Exception {
        TimeUnit.MILLISECONDS.sleep(round.random.nextInt(1_500));
        if (!round.facts.state(sending.runId).equals("RUNNING")) {
            return false;
        }
        if (!round.operates(sending, "stop")) {
            return false;
        }
        return sending.reaches("STOPPED", "COMPLETED").equals("STOPPED");
    }

    /** The workers are paused meanwhile, so that the run cannot come to rest before the managers die. */
    private static boolean stoppedInACrash(Round round, Sending sending) throws Exception {
        if (round.facts.queued(sending.runId).isEmpty()) {
            return false;
        }
        List<String> workers = round.running(ProcessRole.WORKER);
        for (String worker : workers) {
            round.processes.signal(worker, "STOP");
        }
        round.operator(sending, "stop");
        assertThat(round.facts.isStopping(sending.runId))
                .as("the run is told to stop and has not yet")
                .isTrue();
        for (String manager : round.running(ProcessRole.MANAGER)) {
            round.processes.kill(manager);
        }
        for (String worker : workers) {
            round.processes.signal(worker, "CONT");
        }
        round.bringBack();
        assertThat(sending.reaches("STOPPED", "COMPLETED")).isEqualTo("STOPPED");
        return true;
    }
}
