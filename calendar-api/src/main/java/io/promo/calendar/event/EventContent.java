package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionWindow;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event says, once it is known to be right; see {@link EventDraft} for the fields. */
record EventContent(
        String title,
        String description,
        PromotionPackage promotionPackage,
        Audience audience,
        Instant startDatetime,
        Instant endDatetime,
        ZoneId timeZone,
        @Nullable LocalTime dispatchTime,
        @Nullable Integer maxRate) {

    PromotionWindow window() {
        return new PromotionWindow(startDatetime, endDatetime, timeZone, dispatchTime);
    }

    /** What other services are told of the event that says this. */
    PromotionChanged changed(UUID eventId, long version, EventStatus status) {
        return new PromotionChanged(
                eventId,
                version,
                status.name(),
                title,
                startDatetime,
                endDatetime,
                timeZone.getId(),
                dispatchTime == null ? null : dispatchTime.toString(),
                maxRate,
                promotionPackage,
                audience);
    }
}
