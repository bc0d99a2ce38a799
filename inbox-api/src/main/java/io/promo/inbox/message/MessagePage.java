package io.promo.inbox.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages.
 *
 * @param items fewer than were asked for where they are long
 * @param nextCursor where the next page starts; null when there is none
 * @param hasMore whether there is one
 * @param upTo what the inbox held when this page was read, for {@code POST /messages/read-all}; null when the page is empty
 */
record MessagePage(
        List<MessageView> items,
        @Nullable String nextCursor,
        boolean hasMore,
        @Nullable String upTo) {}
