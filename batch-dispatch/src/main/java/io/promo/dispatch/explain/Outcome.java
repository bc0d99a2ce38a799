package io.promo.dispatch.explain;

/** What became of one customer on one date of an event, as far as dispatch knows. */
enum Outcome {
    /** The event was never published. */
    NOT_KNOWN,
    /** The customer was erased on request. */
    FORGOTTEN,
    /** No import ever brought the customer in. */
    NOT_A_CUSTOMER,
    /** The event has nothing due on the date. */
    NOTHING_DUE,
    /** The date lies ahead. */
    NOT_YET_DUE,
    /** The event was cancelled before the date was sent. */
    EVENT_CANCELLED,
    /** The day went by before its run could start. */
    DATE_MISSED,
    /** The customer came in after the run's audience was taken. */
    IMPORTED_LATER,
    /** The customer changed after the run's audience was taken, and may have counted either way. */
    CHANGED_SINCE,
    /** At the audience instant, or by the time their chunk was written. */
    UNSUBSCRIBED,
    /** A condition of the event's rule does not hold. */
    OUTSIDE_RULE,
    /** The run has not come to the customer yet. */
    IN_PROGRESS,
    RUN_FAILED,
    RUN_STOPPED,
    RUN_CANCELLED,
    /** The customer was eligible and the run passed by; that the message is there is proven by the inbox. */
    ELIGIBLE_DISPATCHED
}
