package io.promo.calendar.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a client writes it: whole, and not yet known to be right. What the service alone says of an event may stand
 * there and changes nothing, so that an answer can be edited and sent back; any other unknown field is refused.
 *
 * @param title one line of 1 to 200 characters
 * @param description up to 10,000 characters; absent: empty
 * @param promotionPackage what is offered and said
 * @param audience whom it is for; absent: everyone
 * @param startDatetime the window's first instant; precision above a microsecond is cut
 * @param endDatetime when the window is over; nothing falls due at it
 * @param timeZone IANA zone, e.g. {@code Europe/Berlin}
 * @param dispatchTime local time {@code HH:mm} or {@code HH:mm:ss}; absent: the start's
 * @param maxRate rows per second and run, positive; absent: unlimited
 */
@JsonIgnoreProperties({"eventId", "status", "version", "createdBy", "createdAt", "updatedBy", "updatedAt", "dates"})
record EventDraft(
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
        @Nullable Integer maxRate) {}
