package io.promo.dispatch.run;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run is made from; all of it is frozen in the run.
 *
 * @param eventId the event
 * @param dispatchDate local date in the event's zone
 * @param generation 0 for the scheduled run, one more with each forced replay
 * @param eventVersion the schedule's version
 * @param title value of the placeholder {@code title}
 * @param startDate first local date of the window, value of {@code startDate}
 * @param endDate last local date of the window, value of {@code endDate}
 * @param promotionPackage as published; event placeholders are filled in when the run is created
 * @param audience whom it is for
 * @param maxRate rows per second, positive; null: unlimited
 * @param dueAt when the date was due
 * @param afterEnd true: it is sent also after the end of the event
 * @param requestedBy a user's name, or {@code trigger}
 */
public record NewRun(
        UUID eventId,
        LocalDate dispatchDate,
        int generation,
        long eventVersion,
        String title,
        LocalDate startDate,
        LocalDate endDate,
        PromotionPackage promotionPackage,
        Audience audience,
        @Nullable Integer maxRate,
        Instant dueAt,
        boolean afterEnd,
        String requestedBy) {}
