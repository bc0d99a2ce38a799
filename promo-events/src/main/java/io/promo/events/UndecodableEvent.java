package io.promo.events;

/** A record is not what its topic promises and never will be; it belongs in the dead-letter topic. */
public final class UndecodableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Messages quote the record, which may be anything. */
    private static final int LONGEST_MESSAGE = 500;

    UndecodableEvent(String message) {
        super(cut(message));
    }

    UndecodableEvent(String message, Throwable cause) {
        super(cut(message), cause);
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + " …";
    }
}
