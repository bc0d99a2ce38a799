package io.promo.inbox.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that reached a customer's inbox; what it says stays between it and the customer. */
record Delivery(
        UUID messageId,
        UUID eventId,
        LocalDate dispatchDate,
        Instant createdAt,
        boolean read,
        @Nullable Instant readAt) {}
