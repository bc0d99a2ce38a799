package io.promo.acceptance.fault;

import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.time.Duration;
import java.util.List;

/** SIGKILL of every process but Keycloak at once, the servers included. */
final class EverythingKilled implements Fault {

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String name() {
        return "everything killed";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public int roundsInEveryBuild() {
        return 1;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending sending = round.send().upTo(0.3).hurt();
        List<String> victims = round.processes.status().processes().stream()
                .filter(process -> process.role() != ProcessRole.KEYCLOAK && process.state() != Status.State.DEAD)
                .map(Status.Process::name)
                .toList();
        for (String victim : victims) {
            round.processes.signal(victim, "KILL");
        }
        victims.forEach(round::awaitEnd);
        round.bringBack();
        sending.recovering();
        sending.goesOnWithin(Duration.ofSeconds(30));
        sending.completes();
    }
}
