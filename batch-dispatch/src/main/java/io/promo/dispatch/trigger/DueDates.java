package io.promo.dispatch.trigger;

import io.promo.events.promotion.PromotionWindow;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done about the dates of a schedule that have no run. Knows no database and no clock.
 *
 * @param due dates whose run is to start now
 * @param missed dates that went by; those before the event was published are among them, so that they can be seen
 * @param next the first date that is not due yet; empty when none is left
 */
record DueDates(List<DueDate> due, List<DueDate> missed, Optional<DueDate> next) {

    /**
     * Sorts the dates.
     *
     * @param existing dates that have a run, in whatever state: they are settled
     */
    static DueDates of(PromotionWindow window, Set<LocalDate> existing, Instant now) {
        List<DueDate> open = window.dueDates().stream()
                .filter(date -> !existing.contains(date.date()))
                .toList();
        return new DueDates(
                open.stream().filter(date -> date.isDue(now)).toList(),
                open.stream().filter(date -> date.isMissed(now)).toList(),
                open.stream().filter(date -> date.dueAt().isAfter(now)).findFirst());
    }
}
