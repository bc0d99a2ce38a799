package io.promo.inbox.message;

/**
 * The badge.
 *
 * @param count live unread messages, 0 to {@link Messages#COUNTED}
 * @param hasMore whether there are more than counted
 */
record UnreadCount(int count, boolean hasMore) {}
