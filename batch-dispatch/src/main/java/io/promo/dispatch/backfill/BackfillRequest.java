package io.promo.dispatch.backfill;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Asks for dates that went by.
 *
 * @param from first local date, inclusive
 * @param to last local date, inclusive
 * @param afterEnd also when the event's window is over
 * @param dryRun true: only says what would be done
 */
record BackfillRequest(
        @NotNull UUID eventId,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotNull Mode mode,
        boolean afterEnd,
        boolean dryRun) {}
