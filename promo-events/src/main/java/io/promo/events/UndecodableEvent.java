package io.promo.events;

/** A record is not what its topic promises and never will be; it belongs in the dead-letter topic. */
public final class UndecodableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecodableEvent(String message) {
        super(message);
    }

    UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
