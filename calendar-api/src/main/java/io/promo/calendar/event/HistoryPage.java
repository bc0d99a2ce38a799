package io.promo.calendar.event;

import io.promo.http.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event's history, newest first.
 *
 * @param items fewer than were asked for where they are large
 * @param nextCursor asks for the next part; null at the end
 */
record HistoryPage(List<AuditTrail.Entry> items, @Nullable String nextCursor, boolean hasMore) {

    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * The position that a cursor names.
     *
     * @param cursor null: the beginning
     * @throws Refusal 400 when it is none
     */
    static long position(@Nullable String cursor) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw Refusal.badField(
                    "bad-cursor", "cursor", "is not one this service gave you; start again without a cursor");
        }
        return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    }
}
