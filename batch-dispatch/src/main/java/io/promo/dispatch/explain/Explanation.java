package io.promo.dispatch.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One date's answer.
 *
 * @param date local date in the event's zone; null when the answer holds for every date
 * @param detail for people
 */
record Explanation(@Nullable LocalDate date, Outcome outcome, String detail) {}
