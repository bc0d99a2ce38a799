package io.promo.dispatch.backfill;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is due now.
 *
 * @param eventId only of this event; null: of every event
 * @param date only this local date of the event; null: every date that is due now
 * @param dryRun true: only says what would be done
 */
record DueRequest(@Nullable UUID eventId, @Nullable LocalDate date, boolean dryRun) {}
