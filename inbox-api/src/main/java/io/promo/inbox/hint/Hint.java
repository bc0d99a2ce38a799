package io.promo.inbox.hint;

import io.promo.inbox.badge.UnreadCount;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a hint carries: the badge as it is now, and how soon a list may be asked for again. */
record Hint(
        @Schema(description = "Live unread messages, 0 to 100.")
        int count,

        @Schema(description = "Whether there are more than counted.")
        boolean hasMore,

        @Schema(
                description = "A client that shows a list asks for it again after a random part of so many"
                        + " milliseconds; 0: at once.")
        int jitterMs) {

    static Hint of(UnreadCount unread, int jitterMs) {
        return new Hint(unread.count(), unread.hasMore(), jitterMs);
    }
}
