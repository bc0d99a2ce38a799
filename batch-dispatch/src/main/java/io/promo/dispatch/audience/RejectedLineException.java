package io.promo.dispatch.audience;

/** A record of an import that cannot be taken; the message is the reason shown in the report. */
final class RejectedLineException extends Exception {

    private static final long serialVersionUID = 1L;

    RejectedLineException(String reason) {
        // One bad line is no incident: a million of them must not cost a million stack traces.
        super(reason, null, false, false);
    }
}
