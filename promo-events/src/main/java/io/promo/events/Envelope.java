package io.promo.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event travels in, as JSON in camelCase; the payload's own fields are in snake_case.
 *
 * @param eventId identity of this event, the key of once-only consumption; a redelivery carries the same one
 * @param eventType one of {@link EventType#name()}
 * @param occurredAt when the fact came about, by the producing database's clock
 * @param producer the producing service's {@code spring.application.name}
 * @param schemaVersion version of the payload's frozen contract, from 1
 * @param traceId the trace the fact belongs to, null where there is none
 * @param payload the fact
 */
public record Envelope<T>(
        UUID eventId,
        String eventType,
        Instant occurredAt,
        String producer,
        int schemaVersion,
        @Nullable String traceId,
        T payload) {}
