package io.promo.dispatch.backfill;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is due now.
 *
 * @param date only this local date; null: every date that is due now
 * @param dryRun true: only says what would be done
 */
record DueRequest(@NotNull UUID eventId, @Nullable LocalDate date, boolean dryRun) {}
