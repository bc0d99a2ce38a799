package io.promo.dispatch.schedule;

import io.promo.dispatch.run.NewRun;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionWindow;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published event as dispatch knows it.
 *
 * @param version of the event; the highest that was heard of
 * @param maxRate rows per second across all workers, positive; null: unlimited
 * @param updatedAt when this version was heard of
 */
public record Schedule(
        UUID eventId,
        long version,
        Status status,
        String title,
        PromotionWindow window,
        @Nullable Integer maxRate,
        PromotionPackage promotionPackage,
        Audience audience,
        Instant updatedAt) {

    /** What may be sent: all that is due, only what is asked for after the end, or nothing. */
    public enum Status {
        PUBLISHED,
        EXPIRED,
        CANCELLED
    }

    /** Whether the window is over, heard of or not. */
    public boolean isOver(Instant now) {
        return status == Status.EXPIRED || window.isOver(now);
    }

    /** The local date at the given instant. */
    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, window.zone());
    }

    /**
     * What a run of this version is made from.
     *
     * @param generation 0 for the scheduled run, one more with each forced replay
     * @param afterEnd true: it is sent also after the end of the event
     * @param requestedBy a user's name, or {@code trigger}
     */
    public NewRun run(DueDate date, int generation, boolean afterEnd, String requestedBy) {
        return new NewRun(
                eventId,
                date.date(),
                generation,
                version,
                title,
                window.firstDate(),
                window.lastDate(),
                promotionPackage,
                audience,
                maxRate,
                date.dueAt(),
                afterEnd,
                requestedBy);
    }
}
