package io.promo.dispatch.run;

import io.promo.dispatch.run.RunActions.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a run.
 *
 * @param actor a user's name; {@code trigger} or {@code system} where no person acted
 * @param detail for people; null when there is nothing to add
 */
record RunAction(
        Instant at,
        String actor,
        Action action,
        @Nullable String detail,
        UUID runId,
        LocalDate dispatchDate,
        int generation) {}
