package io.promo.acceptance.fault;

import io.promo.stack.ProcessRole;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A few of the others at random moments; the log says which and of which seed, and {@code -Dfaults.seed} repeats them. */
final class RandomHurts implements Fault {

    private static final Logger log = System.getLogger(RandomHurts.class.getName());
    private static final int HURTS = 4;

    /** What can happen to a process, with its return. */
    private enum Hurt {
        KILL_WORKER,
        KILL_MANAGER,
        PAUSE_WORKER,
        END_WORKER,
        END_MANAGER,
        KILL_BROKER,
        KILL_DATABASE
    }

    @Override
    public int number() {
        return 18;
    }

    @Override
    public String name() {
        return "random hurts";
    }

    @Override
    public int rounds() {
        return 10;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.05).hurt();
        for (int hurt = 0; hurt < HURTS; hurt++) {
            if (!round.facts.state(sending.runId).equals("RUNNING")) {
                sending.completes();
                sending = round.send().upTo(0.05).hurt();
            }
            TimeUnit.MILLISECONDS.sleep(round.random.nextInt(1_500));
            Hurt next = Hurt.values()[round.random.nextInt(Hurt.values().length)];
            log.log(Level.INFO, () -> "round " + round.number + " of seed " + round.seed + ": " + next);
            hurt(round, next);
        }
        sending.recovering();
        sending.goesOnWithin(Duration.ofSeconds(60));
        sending.completes();
    }

    private static void hurt(Round round, Hurt hurt) throws InterruptedException {
        switch (hurt) {
            case KILL_WORKER -> kill(round, any(round, ProcessRole.WORKER));
            case KILL_MANAGER -> kill(round, any(round, ProcessRole.MANAGER));
            case PAUSE_WORKER -> {
                String worker = any(round, ProcessRole.WORKER);
                round.processes.signal(worker, "STOP");
                // Beyond its heartbeat or just within.
                TimeUnit.SECONDS.sleep(8 + round.random.nextInt(6));
                round.processes.signal(worker, "CONT");
            }
            case END_WORKER -> end(round, any(round, ProcessRole.WORKER));
            case END_MANAGER -> end(round, any(round, ProcessRole.MANAGER));
            case KILL_BROKER -> kill(round, "kafka");
            case KILL_DATABASE -> {
                round.processes.signal("postgres", "QUIT");
                round.awaitEnd("postgres");
                round.processes.restart("postgres");
            }
        }
    }

    private static String any(Round round, ProcessRole role) {
        List<String> running = round.running(role);
        return running.get(round.random.nextInt(running.size()));
    }

    private static void kill(Round round, String name) throws InterruptedException {
        round.processes.kill(name);
        round.processes.restart(name);
    }

    private static void end(Round round, String name) throws InterruptedException {
        round.processes.stop(name);
        round.processes.restart(name);
    }
}
