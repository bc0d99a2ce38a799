package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft, or what there is of it, and for whom to render it. */
record PreviewRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String title,

        @Nullable String description,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        PromotionPackage promotionPackage,

        @Nullable Audience audience,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Instant startDatetime,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Instant endDatetime,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String timeZone,

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
