package io.promo.events.promotion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published event came to be, changed, expired or was cancelled. Carries the whole state: a consumer keeps the
 * highest version it has seen and ignores the rest.
 *
 * @param eventId the event; also the Kafka key
 * @param version grows by one with each change, from 1
 * @param status {@code PUBLISHED}, {@code EXPIRED} or {@code CANCELLED}
 * @param title shown to admins and operators
 * @param startDatetime the window's first instant
 * @param endDatetime when the window is over, after its start; nothing falls due at it
 * @param timeZone IANA zone in which dates and the dispatch time are meant
 * @param dispatchTime local time {@code HH:mm[:ss]} at which a date is due; null: the local time of the start
 * @param maxRate rows per second and run across all workers, positive; null: unlimited
 * @param promotionPackage what is offered and said
 * @param audience whom it is for
 */
public record PromotionChanged(
        UUID eventId,
        long version,
        String status,
        String title,
        Instant startDatetime,
        Instant endDatetime,
        String timeZone,
        @Nullable String dispatchTime,
        @Nullable Integer maxRate,
        PromotionPackage promotionPackage,
        Audience audience) {}
