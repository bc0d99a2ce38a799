package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionWindow;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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
}
