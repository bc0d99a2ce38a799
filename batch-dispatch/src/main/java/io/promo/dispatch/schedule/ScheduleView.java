package io.promo.dispatch.schedule;

import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionWindow;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as operators see it.
 *
 * @param nextDate the next date that becomes due; null when none will
 * @param nextDueAt when it does
 */
record ScheduleView(
        UUID eventId,
        long version,
        Status status,
        String title,
        Instant startDatetime,
        Instant endDatetime,
        String timeZone,
        @Nullable LocalTime dispatchTime,
        @Nullable Integer maxRate,
        Audience audience,
        Instant updatedAt,
        @Nullable LocalDate nextDate,
        @Nullable Instant nextDueAt) {

    static ScheduleView of(
            UUID eventId,
            long version,
            Status status,
            String title,
            PromotionWindow window,
            @Nullable Integer maxRate,
            Audience audience,
            Instant updatedAt,
            Instant now) {
        Optional<DueDate> next = status == Status.PUBLISHED
                ? window.dueDates().stream()
                        .filter(date -> date.dueAt().isAfter(now))
                        .findFirst()
                : Optional.empty();
        return new ScheduleView(
                eventId,
                version,
                status,
                title,
                window.start(),
                window.end(),
                window.zone().getId(),
                window.dispatchTime(),
                maxRate,
                audience,
                updatedAt,
                next.map(DueDate::date).orElse(null),
                next.map(DueDate::dueAt).orElse(null));
    }
}
