package io.promo.dispatch.worker;

/** A request that can never be executed; it goes to the dead letters. */
class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonException(String message) {
        super(message);
    }

    PoisonException(String message, Throwable cause) {
        super(message, cause);
    }
}
