package io.promo.dispatch.testsend;

/** What came of a test. */
enum TestSendState {
    /** It is in the customer's inbox. */
    SENT,
    /** It was a dry run, and would be sent. */
    REHEARSED,
    /** It was not sent, and why is told. */
    REFUSED
}
