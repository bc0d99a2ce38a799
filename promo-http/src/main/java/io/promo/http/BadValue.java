package io.promo.http;

/** A value is not written as it must be; the message follows the name of its field. */
final class BadValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    BadValue(String message) {
        super(message);
    }
}
