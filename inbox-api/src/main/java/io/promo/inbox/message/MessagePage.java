package io.promo.inbox.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages.
 *
 * @param items fewer than were asked for where they are long
 * @param nextCursor where the next page starts; null when there is none
 * @param hasMore whether there is one
 */
record MessagePage(List<MessageView> items, @Nullable String nextCursor, boolean hasMore) {}
