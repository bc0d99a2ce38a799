package io.promo.events.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the outbox as operators see it.
 *
 * @param seq position in the outbox
 * @param attempts tries so far, from 0
 * @param nextAttemptAt when the next one is due, unless the record is FAILED
 * @param lastError why the last one failed
 */
record OutboxRecord(
        long seq,
        UUID id,
        String type,
        String topic,
        String aggregateId,
        Status status,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt) {

    /** FAILED: Kafka refused it {@value Failure#MOST_REFUSALS} times; it waits for a replay, and its key with it. */
    enum Status {
        PENDING,
        FAILED
    }
}
