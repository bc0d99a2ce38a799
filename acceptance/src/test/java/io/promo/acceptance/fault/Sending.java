package io.promo.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.acceptance.Stack;
import io.promo.bench.oracle.Delivery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An event for everyone on its way into the inboxes, from its run's first row to the comparison with the audience. */
final class Sending {

    /** Fewer rows than these, and it cannot be said that a run was hurt. */
    private static final int ROWS_BEFORE_THE_FAULT = 1_000;

    private static final Duration COMPLETES_WITHIN = Duration.ofMinutes(4);

    private final Stack stack;
    private final Facts facts;
    private long hurtAt;
    private long rowsIn;
    private double recoveredIn;

    final UUID eventId;
    final UUID runId;

    /** Waits until a published event has its run. */
    Sending(Stack stack, Facts facts, UUID eventId) {
        this.stack = stack;
        this.facts = facts;
        this.eventId = eventId;
        this.runId = await("a run of the event")
                .atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> facts.run(eventId, 0), run -> run.isPresent())
                .orElseThrow();
    }

    /** Waits until that share of the audience has its message, and at least a thousand have. */
    Sending upTo(double share) {
        long rows = Math.max(ROWS_BEFORE_THE_FAULT, (long) (share * Stack.CUSTOMERS));
        await("%d rows".formatted(rows))
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> facts.delivered(runId) >= rows);
        return this;
    }

    /** Call it just before it hurts. */
    Sending hurt() {
        rowsIn = facts.messages(eventId);
        if (rowsIn < ROWS_BEFORE_THE_FAULT) {
            throw new VoidRound("only " + rowsIn + " rows were in");
        }
        if (!facts.state(runId).equals("RUNNING")) {
            throw new VoidRound("the run was " + facts.state(runId));
        }
        recovering();
        return this;
    }

    /** From now on counts how long it takes to go on: what was away is back. */
    void recovering() {
        hurtAt = System.nanoTime();
    }

    /** Waits until the run has committed more than it has now. */
    void goesOnWithin(Duration limit) {
        long before = await().atMost(limit).ignoreExceptions().until(() -> facts.delivered(runId), rows -> rows >= 0);
        await("the run goes on")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() ->
                        facts.delivered(runId) > before || facts.state(runId).equals("COMPLETED"));
        recovered();
    }

    /** Waits until each of these partitions was begun once more. */
    void resumesWithin(Duration limit, Collection<Integer> partitions, Map<Integer, Integer> attemptsBefore) {
        await("partitions %s are taken over".formatted(partitions))
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    Map<Integer, Integer> now = facts.attempts(runId);
                    return partitions.stream().allMatch(it -> now.get(it) > attemptsBefore.get(it));
                });
        recovered();
    }

    /** Waits until a manager other than that one drives the run. */
    void isDrivenByAnotherWithin(Duration limit, UUID processId) {
        await("another manager drives the run")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> facts.owner(runId)
                        .filter(owner -> !owner.equals(processId))
                        .isPresent());
        recovered();
    }

    /** Waits until the run is in one of these states, and returns which. */
    String reaches(String... states) {
        return await("the run is " + String.join(" or ", states))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> facts.state(runId), Set.of(states)::contains);
    }

    private void recovered() {
        recoveredIn = Math.max(recoveredIn, (System.nanoTime() - hurtAt) / 1e9);
    }

    /** Waits until the run is COMPLETED. */
    Sending completes() {
        await("the run completes")
                .atMost(COMPLETES_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> facts.state(runId).equals("COMPLETED"));
        return this;
    }

    /** What SQL says, once the run is over. */
    Finding finding() throws SQLException {
        assertThat(facts.state(runId)).as("state of the run").isEqualTo("COMPLETED");
        Delivery delivery = stack.oracle().delivery(eventId, facts.date(runId));
        assertThat(delivery.eligible()).as("eligible customers").isPositive();
        assertThat(facts.messages(eventId))
                .as("messages of the event, which has one date so far")
                .isEqualTo(delivery.sent());
        assertThat(facts.delivered(runId))
                .as("rows of committed chunks, as operators see them")
                .isEqualTo(delivery.eligible());
        return new Finding(
                0,
                "",
                1,
                rowsIn,
                Math.round(10 * recoveredIn) / 10.0,
                delivery.missing(),
                delivery.duplicates(),
                delivery.extra(),
                facts.stuck(runId),
                facts.chunksReplayed(runId),
                0);
    }
}
