package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.acceptance.Stack;
import java.time.Duration;
import java.util.UUID;

/**
 * The manager is killed after the run's row and before the job instance (round 1), after that and before the job
 * execution (round 2), before its first step (round 3), and before the first request leaves (round 4).
 */
final class KilledBetweenSteps implements Fault {

    private static final String KAFKA = "kafka";
    private static final String[] NEXT = {"batch_job_instance", "batch_job_execution", "batch_step_execution"};

    @Override
    public int number() {
        return 16;
    }

    @Override
    public String name() {
        return "manager killed between its first steps";
    }

    @Override
    public int rounds() {
        return NEXT.length + 1;
    }

    @Override
    public void round(Round round) throws Exception {
        Sending beside = round.send().upTo(0.05).hurt();
        UUID eventId;
        String manager;
        if (round.number <= NEXT.length) {
            try (var door = Door.before(round, "INSERT INTO", NEXT[round.number - 1])) {
                eventId = round.stack.published(Stack.event(round.title(), Round.MAX_RATE));
                manager = round.name(door.waiting());
                round.processes.kill(manager);
            }
        } else {
            try (var door = Door.before(round, "INSERT INTO", "batch_step_execution")) {
                eventId = round.stack.published(Stack.event(round.title(), Round.MAX_RATE));
                manager = round.name(door.waiting());
                round.processes.signal(KAFKA, "STOP");
            }
            UUID runId = round.follow(eventId).runId;
            round.awaitSplit(runId);
            round.processes.kill(manager);
            // What stood in the broker's sockets goes with it.
            round.processes.kill(KAFKA);
            assertThat(round.facts.queued(runId)).as("requests that have left").isEmpty();
            round.processes.restart(KAFKA);
        }
        round.bringBack();
        beside.recovering();
        beside.goesOnWithin(Duration.ofSeconds(30));
        beside.completes();
        round.follow(eventId).completes();
    }
}
