package io.promo.inbox.badge;

import io.swagger.v3.oas.annotations.media.Schema;

/** The badge. */
public record UnreadCount(
        @Schema(description = "Live unread messages, 0 to 100.")
        int count,

        @Schema(description = "Whether there are more than counted.")
        boolean hasMore) {

    static UnreadCount of(int counted) {
        return new UnreadCount(Math.min(counted, UnreadCounts.COUNTED), counted > UnreadCounts.COUNTED);
    }
}
