package io.promo.dispatch.schedule;

import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.events.promotion.Audience;
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

    static ScheduleView of(Schedule schedule, Instant now) {
        Optional<DueDate> next = schedule.status() == Status.PUBLISHED
                ? schedule.window().dueDates().stream()
                        .filter(date -> date.dueAt().isAfter(now))
                        .findFirst()
                : Optional.empty();
        return new ScheduleView(
                schedule.eventId(),
                schedule.version(),
                schedule.status(),
                schedule.title(),
                schedule.window().start(),
                schedule.window().end(),
                schedule.window().zone().getId(),
                schedule.window().dispatchTime(),
                schedule.maxRate(),
                schedule.audience(),
                schedule.updatedAt(),
                next.map(DueDate::date).orElse(null),
                next.map(DueDate::dueAt).orElse(null));
    }
}
