package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored and shown.
 *
 * @param version grows by one with each change, from 1; also the ETag
 * @param createdBy user name
 * @param updatedBy user name
 */
record Event(
        UUID eventId,
        String title,
        String description,
        PromotionPackage promotionPackage,
        Audience audience,
        Instant startDatetime,
        Instant endDatetime,
        ZoneId timeZone,
        @Nullable LocalTime dispatchTime,
        @Nullable Integer maxRate,
        EventStatus status,
        long version,
        String createdBy,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt) {

    /** The status by the clock: a published event has expired once its end has passed, whether that is written yet or not. */
    EventStatus statusAt(Instant now) {
        return status == EventStatus.PUBLISHED && content().window().isOver(now) ? EventStatus.EXPIRED : status;
    }

    EventContent content() {
        return new EventContent(
                title,
                description,
                promotionPackage,
                audience,
                startDatetime,
                endDatetime,
                timeZone,
                dispatchTime,
                maxRate);
    }

    /** The same event saying something else. */
    Event with(EventContent content) {
        return new Event(
                eventId,
                content.title(),
                content.description(),
                content.promotionPackage(),
                content.audience(),
                content.startDatetime(),
                content.endDatetime(),
                content.timeZone(),
                content.dispatchTime(),
                content.maxRate(),
                status,
                version,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }

    /** What other services are told of it. */
    PromotionChanged changed() {
        return content().changed(eventId, version, status);
    }
}
