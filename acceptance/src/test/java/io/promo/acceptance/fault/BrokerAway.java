package io.promo.acceptance.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The broker is stopped for half a minute (odd rounds), or killed five times in a row (even rounds). */
final class BrokerAway implements Fault {

    private static final String KAFKA = "kafka";

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String name() {
        return "broker away";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.1).hurt();
        if (round.number % 2 == 1) {
            round.processes.stop(KAFKA);
            TimeUnit.SECONDS.sleep(30);
            round.processes.restart(KAFKA);
        } else {
            for (int kill = 1; kill <= 5; kill++) {
                round.processes.kill(KAFKA);
                round.processes.restart(KAFKA);
            }
        }
        sending.recovering();
        sending.goesOnWithin(Duration.ofSeconds(60));
        sending.completes();
    }
}
