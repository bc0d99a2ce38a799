package io.promo.events.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the outbox as operators see it.
 *
 * @param status {@code PENDING}, or {@code FAILED} after {@value OutboxStore#MOST_ATTEMPTS} tries that could not succeed
 * @param attempts tries so far
 * @param lastError why the last one failed
 */
record OutboxRecord(
        UUID id,
        String type,
        String topic,
        String aggregateId,
        String status,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt) {}
