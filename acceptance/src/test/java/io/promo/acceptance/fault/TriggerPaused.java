package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.acceptance.Stack;
import java.time.Duration;
import java.util.UUID;

/**
 * The manager that holds the trigger's lock is paused in the middle of making a run, until the lock has run out and
 * another manager has made it; then it wakes. There is one run.
 */
final class TriggerPaused implements Fault {

    @Override
    public int number() {
        return 11;
    }

    @Override
    public String name() {
        return "trigger paused beyond its lock";
    }

    @Override
    public void round(Round round) throws Exception {
        round.managers(2);
        Sending beside = round.send().upTo(0.05).hurt();
        UUID eventId;
        String holder;
        try (var door = Door.before(round, "INSERT INTO", "run")) {
            eventId = round.stack.published(Stack.event(round.title(), Round.MAX_RATE));
            holder = round.name(door.waiting());
            round.processes.signal(holder, "STOP");
        }
        beside.recovering();
        beside.goesOnWithin(Duration.ofSeconds(60));
        Sending triggered = round.follow(eventId);
        round.processes.signal(holder, "CONT");
        beside.completes();
        triggered.completes();
        assertThat(round.facts.runs(eventId)).as("runs of the event").isEqualTo(1);
    }
}
