package io.promo.events.promotion;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants to see an event, most often a draft, in one customer's inbox. Carries all that the message is made from:
 * what was never published is known to nobody else.
 *
 * @param testId this test; also the Kafka key
 * @param eventId the event that is tried out
 * @param version the event's
 * @param title value of the placeholder {@code title}
 * @param startDatetime the window's first instant
 * @param endDatetime the window's end, after the first
 * @param timeZone IANA zone in which dates are meant
 * @param promotionPackage what is offered and said
 * @param user the customer's id or e-mail address
 * @param dryRun only say what would be sent
 * @param requestedBy a user's name
 */
public record TestSendRequested(
        UUID testId,
        UUID eventId,
        long version,
        String title,
        Instant startDatetime,
        Instant endDatetime,
        String timeZone,
        PromotionPackage promotionPackage,
        String user,
        boolean dryRun,
        String requestedBy) {}
