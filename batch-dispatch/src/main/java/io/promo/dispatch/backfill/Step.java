package io.promo.dispatch.backfill;

import io.promo.events.promotion.PromotionWindow.DueDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one date.
 *
 * @param generation of the run it is done to
 * @param reason why nothing is done; null when something is
 * @param runId the run, where it exists
 */
record Step(
        DueDate date,
        int generation,
        Action action,
        @Nullable String reason,
        @Nullable UUID runId) {

    enum Action {
        /** A run of a date that was never sent. */
        START,
        /** A stopped or failed run goes on with what is unfinished. */
        RESTART,
        /** The date is sent again, under a new generation; whoever has the message gets no second one. */
        REPLAY,
        /** The run that is asked for is there. */
        EXISTS,
        /** The mode does not apply to the date, or it is under way. */
        NONE;

        /** Whether it sends something. */
        boolean sends() {
            return this == START || this == RESTART || this == REPLAY;
        }
    }

    /** Whether it sends something. */
    boolean sends() {
        return action.sends();
    }
}
