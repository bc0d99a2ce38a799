package io.promo.inbox.message;

/** What became of a message's event. Only live messages are highlighted, listed as unread and counted. */
enum MessageState {
    /** Its event still runs, or nothing is known of its event yet. */
    LIVE,
    /** Its event's window is over. */
    ENDED,
    /** Its event was called off. */
    CANCELLED
}
