package io.promo.calendar.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param status any of these; null or empty: all
 * @param from events whose window ends at or after this
 * @param to events whose window starts at or before this
 * @param q in the title or the description, whatever the case
 */
record EventQuery(
        @Nullable List<EventStatus> status,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q) {

    String @Nullable [] statuses() {
        return status == null || status.isEmpty()
                ? null
                : status.stream().map(EventStatus::name).toArray(String[]::new);
    }

    /** For ILIKE, with its wildcards in the text taken literally. */
    @Nullable
    String pattern() {
        return q == null || q.isBlank()
                ? null
                : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
