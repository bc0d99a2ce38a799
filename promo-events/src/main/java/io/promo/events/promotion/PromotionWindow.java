package io.promo.events.promotion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a promotion runs and when each of its dates is due: the one place where due dates are computed.
 *
 * <p>Its dates are the local dates from the start to the last instant before the end, in its zone. A date is due at its
 * dispatch time, on the first date not before the start; a date that would be due at the end or after it is none. What is
 * due may start until the end and at it. Local times that a change of the clock skips or repeats resolve as
 * {@link ZonedDateTime} does: forward by the gap's length, and to the earlier offset.
 *
 * @param start the window's first instant
 * @param end when it is over, after the start and at most {@link #LONGEST} after it; nothing falls due at it
 * @param zone in which dates and the dispatch time are meant
 * @param dispatchTime local time at which a date is due; null: the local time of the start
 */
public record PromotionWindow(
        Instant start, Instant end, ZoneId zone, @Nullable LocalTime dispatchTime) {

    /** Longest window; a longer campaign is a series of events. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** @throws IllegalArgumentException when the end is not after the start, or too long after it */
    public PromotionWindow {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("the end must be after the start");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the end must be at most " + LONGEST.toDays() + " days after the start; it is " + end);
        }
    }

    /**
     * A date of the window.
     *
     * @param date the local date
     * @param dueAt when its run is to start
     * @param missedAfter until when it may still start, not before {@code dueAt}: the local midnight that follows it or
     *     the window's end, whichever is first
     */
    public record DueDate(LocalDate date, Instant dueAt, Instant missedAfter) {

        /** Whether its run may start now. */
        public boolean isDue(Instant now) {
            return !now.isBefore(dueAt) && !now.isAfter(missedAfter);
        }

        /** Whether it is too late for its run to start. */
        public boolean isMissed(Instant now) {
            return now.isAfter(missedAfter);
        }
    }

    /** Every date on which something is due, in order; empty when none is. */
    public List<DueDate> dueDates() {
        return firstDate()
                .datesUntil(lastDate().plusDays(1))
                .flatMap(date -> dueDate(date).stream())
                .toList();
    }

    /** The local date of the start. */
    public LocalDate firstDate() {
        return LocalDate.ofInstant(start, zone);
    }

    /** The local date of the last instant before the end: of a window that ends at midnight, the day before. */
    public LocalDate lastDate() {
        return LocalDate.ofInstant(end.minusNanos(1), zone);
    }

    /** Whether nothing may start any more. */
    public boolean isOver(Instant now) {
        return now.isAfter(end);
    }

    /** The given local date, if something is due on it. */
    public Optional<DueDate> dueDate(LocalDate date) {
        if (date.isBefore(firstDate()) || date.isAfter(lastDate())) {
            return Optional.empty();
        }
        LocalTime time = dispatchTime == null ? LocalTime.ofInstant(start, zone) : dispatchTime;
        Instant atDispatchTime = ZonedDateTime.of(date, time, zone).toInstant();
        Instant dueAt = atDispatchTime.isBefore(start) ? start : atDispatchTime;
        return dueAt.isBefore(end) ? Optional.of(new DueDate(date, dueAt, missedAfter(dueAt))) : Optional.empty();
    }

    /**
     * Counts from the due instant, not from its date: where the clock skips the last hour of a day, as in Nuuk, a time
     * within it resolves to the next day.
     */
    private Instant missedAfter(Instant dueAt) {
        Instant midnight =
                LocalDate.ofInstant(dueAt, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return midnight.isBefore(end) ? midnight : end;
    }
}
