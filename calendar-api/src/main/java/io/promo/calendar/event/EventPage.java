package io.promo.calendar.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list.
 *
 * @param nextCursor asks for the next part; null at the end
 */
record EventPage(List<EventSummary> items, @Nullable String nextCursor, boolean hasMore) {}
