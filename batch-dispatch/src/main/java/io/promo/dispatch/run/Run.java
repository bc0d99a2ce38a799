package io.promo.dispatch.run;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch of (event, date, generation). Everything up to {@code dueAt} never changes.
 *
 * @param promotionPackage with event placeholders filled in; only customer placeholders are left
 * @param audienceAt eligibility is the customers' state at this instant
 * @param maxRate rows per second across all workers; null: unlimited
 * @param owner the manager process that drives it; null when none does
 * @param attempt how often it was started or restarted
 * @param reason why it is in its state or makes no progress; null when there is nothing to say
 * @param pastEnd whether it is to stop because its event is over; {@code desired} says so, too
 */
public record Run(
        UUID runId,
        UUID eventId,
        LocalDate dispatchDate,
        int generation,
        long eventVersion,
        String title,
        PromotionPackage promotionPackage,
        Audience audience,
        Instant audienceAt,
        @Nullable Integer maxRate,
        Instant dueAt,
        Desired desired,
        RunState state,
        @Nullable UUID owner,
        int attempt,
        @Nullable String reason,
        boolean pastEnd) {}
