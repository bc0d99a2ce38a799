package io.promo.cli.http;

import org.jspecify.annotations.Nullable;

/** A service that does not answer now, or says that it cannot: worth trying again later. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param cause null when the service itself says so */
    public UnreachableException(@Nullable Throwable cause) {
        super("not reachable", cause);
    }
}
