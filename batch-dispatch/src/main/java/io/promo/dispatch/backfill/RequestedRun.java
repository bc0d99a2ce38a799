package io.promo.dispatch.backfill;

import io.promo.dispatch.backfill.Step.Action;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came, or would come, of a request for one date.
 *
 * @param reason why nothing is done; null when something is
 * @param runId null where no run exists: in a dry run, or when nothing is done
 * @param eligible in a dry run, customers who would be eligible now; null where nothing would be sent
 */
record RequestedRun(
        UUID eventId,
        LocalDate date,
        int generation,
        Action action,
        @Nullable String reason,
        @Nullable UUID runId,
        @Nullable Long eligible) {

    static RequestedRun of(UUID eventId, Step step, @Nullable UUID runId, @Nullable Long eligible) {
        return new RequestedRun(
                eventId, step.date().date(), step.generation(), step.action(), step.reason(), runId, eligible);
    }
}
