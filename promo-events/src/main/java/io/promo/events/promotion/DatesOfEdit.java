package io.promo.events.promotion;

import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the edit of a published event's window does to its dates. Knows no database and no clock.
 *
 * <p>A local date is sent once, whatever the window is called later. So an edit never sends a date again, but it may move
 * what is still to come, and it may bring in another local date for the same day: somewhere else it is tomorrow already.
 *
 * @param added dates that only the new window has, in order
 * @param removed dates still to come by the old window that the new one has not, in order
 * @param moved dates still to come that both windows have, due at another time, in order; the time is the new one
 * @param twiceWithin24Hours messages that would come less than 24 hours apart because of the edit, in order
 * @param needsConfirmation somebody should look at this before it is done: two messages within 24 hours, a date that is
 *     sent at once or never, or another zone or dispatch time that changes any date
 */
public record DatesOfEdit(
        List<Planned> added,
        List<Planned> removed,
        List<Planned> moved,
        List<Close> twiceWithin24Hours,
        boolean needsConfirmation) {

    private static final Duration DAY = Duration.ofHours(24);

    /** When a date is sent. */
    public enum When {
        /** At its due time, which is to come. */
        WHEN_DUE,
        /** As soon as the edit is made: its due time has passed, its day has not. */
        AT_ONCE,
        /** Not by itself: its day has passed. */
        NEVER
    }

    /** A date, and when it is due and sent. */
    public record Planned(LocalDate date, Instant dueAt, When sent) {}

    /** The message of a date. */
    public record Sent(LocalDate date, Instant at) {}

    /** Two messages, the second less than 24 hours after the first. */
    public record Close(Sent first, Sent second) {}

    /** A window, and the instant from which on the event had it. */
    public record InForce(PromotionWindow window, Instant since) {}

    /**
     * Compares.
     *
     * @param windows those the event has had since it was published, oldest first, not empty; what is older than three
     *     days may be left out but for the last of it, as a date's due times in different zones lie closer together
     * @param edited what it would have from now on
     */
    public static DatesOfEdit of(List<InForce> windows, PromotionWindow edited, Instant now) {
        PromotionWindow current = windows.get(windows.size() - 1).window();
        Map<LocalDate, Optional<Instant>> settled = settled(windows, now);
        Map<LocalDate, Planned> before = plan(current, settled, now);
        Map<LocalDate, Planned> after = plan(edited, settled, now);
        List<Planned> moved = after.values().stream()
                .filter(date -> before.containsKey(date.date()) && !date.equals(before.get(date.date())))
                .toList();
        List<Planned> added = without(after, before);
        List<Planned> removed = without(before, after);
        List<Close> anyway = neighbours(timeline(settled, before, now));
        List<Close> close = neighbours(timeline(settled, after, now)).stream()
                .filter(pair -> !pair.second().at().isBefore(now) && !anyway.contains(pair))
                .filter(pair -> isClose(pair) && !isDaily(pair, edited))
                .toList();
        boolean another =
                !current.zone().equals(edited.zone()) || !Objects.equals(current.dispatchTime(), edited.dispatchTime());
        boolean late = Stream.of(added, moved).flatMap(List::stream).anyMatch(date -> date.sent() != When.WHEN_DUE);
        boolean changed = !added.isEmpty() || !removed.isEmpty() || !moved.isEmpty();
        return new DatesOfEdit(added, removed, moved, close, !close.isEmpty() || late || another && changed);
    }

    /** Dates that have a run, and when it began; empty: it went by. A run is taken for begun once its date was due. */
    private static Map<LocalDate, Optional<Instant>> settled(List<InForce> windows, Instant now) {
        Map<LocalDate, Optional<Instant>> settled = new TreeMap<>();
        for (int i = 0; i < windows.size(); i++) {
            Instant since = windows.get(i).since();
            Instant until = i + 1 < windows.size() ? windows.get(i + 1).since() : now;
            for (DueDate date : windows.get(i).window().dueDates()) {
                if (date.isMissed(since)) {
                    settled.putIfAbsent(date.date(), Optional.empty());
                } else if (!date.dueAt().isAfter(until)) {
                    settled.putIfAbsent(date.date(), Optional.of(later(date.dueAt(), since)));
                }
            }
        }
        return settled;
    }

    private static Map<LocalDate, Planned> plan(
            PromotionWindow window, Map<LocalDate, Optional<Instant>> settled, Instant now) {
        Map<LocalDate, Planned> plan = new TreeMap<>();
        window.dueDates().stream()
                .filter(date -> !settled.containsKey(date.date()))
                .forEach(date -> plan.put(date.date(), new Planned(date.date(), date.dueAt(), when(date, now))));
        return plan;
    }

    private static When when(DueDate date, Instant now) {
        if (date.dueAt().isAfter(now)) {
            return When.WHEN_DUE;
        }
        return date.isMissed(now) ? When.NEVER : When.AT_ONCE;
    }

    private static List<Planned> without(Map<LocalDate, Planned> plan, Map<LocalDate, Planned> other) {
        return plan.values().stream()
                .filter(date -> !other.containsKey(date.date()))
                .toList();
    }

    /** What was sent and what will be, in the order of time. */
    private static List<Sent> timeline(
            Map<LocalDate, Optional<Instant>> settled, Map<LocalDate, Planned> plan, Instant now) {
        Stream<Sent> sent = settled.entrySet().stream()
                .flatMap(date -> date.getValue().map(at -> new Sent(date.getKey(), at)).stream());
        Stream<Sent> toCome = plan.values().stream()
                .filter(date -> date.sent() != When.NEVER)
                .map(date -> new Sent(date.date(), later(date.dueAt(), now)));
        return Stream.concat(sent, toCome)
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    private static List<Close> neighbours(List<Sent> timeline) {
        return IntStream.range(1, timeline.size())
                .mapToObj(second -> new Close(timeline.get(second - 1), timeline.get(second)))
                .toList();
    }

    private static boolean isClose(Close pair) {
        return Duration.between(pair.first().at(), pair.second().at()).compareTo(DAY) < 0;
    }

    /** Two days in a row at the same time by the window's clock, which a change of the clock may bring closer together. */
    private static boolean isDaily(Close pair, PromotionWindow window) {
        LocalDateTime first = LocalDateTime.ofInstant(pair.first().at(), window.zone());
        LocalDateTime second = LocalDateTime.ofInstant(pair.second().at(), window.zone());
        return first.plusDays(1).equals(second);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
