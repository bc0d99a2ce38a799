package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a client writes it: whole, and not yet known to be right.
 *
 * @param title 1 to 200 characters
 * @param description up to 10,000 characters; absent: empty
 * @param promotionPackage what is offered and said
 * @param audience whom it is for; absent: everyone
 * @param startDatetime the window's first instant; precision above a microsecond is cut
 * @param endDatetime the window's last instant
 * @param timeZone IANA zone, e.g. {@code Europe/Berlin}
 * @param dispatchTime local time {@code HH:mm} or {@code HH:mm:ss}; absent: the start's
 * @param maxRate rows per second and run, positive; absent: unlimited
 */
record EventDraft(
        @Nullable String title,
        @Nullable String description,
        @Nullable PromotionPackage promotionPackage,
        @Nullable Audience audience,
        @Nullable Instant startDatetime,
        @Nullable Instant endDatetime,
        @Nullable String timeZone,
        @Nullable String dispatchTime,
        @Nullable Integer maxRate) {}
