package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft, or what there is of it, and for whom to render it. */
record PreviewRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable PromotionPackage promotionPackage,
        @Nullable Audience audience,
        @Nullable Instant startDatetime,
        @Nullable Instant endDatetime,
        @Nullable String timeZone,
        @Nullable String dispatchTime,
        @Nullable Integer maxRate,
        @Nullable String locale,
        EventPreview.@Nullable Sample sample) {

    EventDraft draft() {
        return new EventDraft(
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
}
