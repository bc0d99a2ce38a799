package io.promo.events.outbox;

import java.time.Duration;
import java.util.List;

/**
 * The lanes one relay holds. A lease spares two relays the same work; order and safety do not hang on it. A record becomes
 * the head of its key only when the one before it was acknowledged and deleted, so even a relay that was paused beyond
 * its lease and wakes in mid-batch can only repeat a record that was sent before, never overtake one.
 */
final class Lanes {

    /**
     * By database time; how long the lanes of a relay that died stand still. Longer than a wave may block on metadata and
     * delivery, by the producer's settings.
     */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration PROLONGED_AFTER = Duration.ofSeconds(2);

    private final OutboxStore store;
    private final String holder;

    private List<Integer> held = List.of();
    private long since;

    Lanes(OutboxStore store, String holder) {
        this.store = store;
        this.holder = holder;
    }

    /** Takes what is free, prolongs what is held, and returns the lanes held now; may be none. */
    List<Integer> hold() {
        // Read before the database sets the lease, so that what is counted here ends first.
        long now = System.nanoTime();
        if (held.isEmpty() || now - since > PROLONGED_AFTER.toNanos()) {
            held = store.holdLanes(holder, LEASE);
            since = now;
        }
        return held;
    }

    /** Whether the lease has not run out since {@link #hold}. */
    boolean stillHeld() {
        return !held.isEmpty() && System.nanoTime() - since < LEASE.toNanos();
    }

    /** After an error nothing is taken for granted. */
    void doubt() {
        held = List.of();
    }

    void release() {
        held = List.of();
        store.releaseLanes(holder);
    }
}
