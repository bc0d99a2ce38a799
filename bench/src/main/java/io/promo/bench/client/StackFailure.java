package io.promo.bench.client;

/** What was to be shown or measured on the stack did not happen; the message says why and what to do. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }
}
