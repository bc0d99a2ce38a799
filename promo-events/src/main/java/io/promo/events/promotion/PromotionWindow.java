package io.promo.events.promotion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a promotion runs and when each of its dates is due: the one place where due dates are computed.
 *
 * <p>Its dates are the local dates from start to end in its zone. A date is due at its dispatch time, on the first date
 * not before the start; a date whose due instant would lie after the end is none. Local times that a change of the clock
 * skips or repeats resolve as {@link ZonedDateTime} does: forward by the gap's length, and to the earlier offset.
 *
 * @param start the window's first instant
 * @param end the window's last instant, after the start
 * @param zone in which dates and the dispatch time are meant
 * @param dispatchTime local time at which a date is due; null: the local time of the start
 */
public record PromotionWindow(
        Instant start, Instant end, ZoneId zone, @Nullable LocalTime dispatchTime) {

    /** @throws IllegalArgumentException when the end is not after the start */
    public PromotionWindow {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("the end must be after the start");
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
        LocalDate first = LocalDate.ofInstant(start, zone);
        LocalDate last = LocalDate.ofInstant(end, zone);
        return Stream.iterate(first, date -> !date.isAfter(last), date -> date.plusDays(1))
                .flatMap(date -> dueDate(date).stream())
                .toList();
    }

    /** The given local date, if something is due on it. */
    public Optional<DueDate> dueDate(LocalDate date) {
        LocalTime time = dispatchTime == null ? LocalTime.ofInstant(start, zone) : dispatchTime;
        Instant atDispatchTime = ZonedDateTime.of(date, time, zone).toInstant();
        Instant dueAt = atDispatchTime.isBefore(start) ? start : atDispatchTime;
        boolean within = !date.isBefore(LocalDate.ofInstant(start, zone)) && !dueAt.isAfter(end);
        return within ? Optional.of(new DueDate(date, dueAt, missedAfter(dueAt))) : Optional.empty();
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
