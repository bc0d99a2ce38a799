package io.promo.stack;

/** Tells who ends {@code promo up} with Ctrl-C what goes on without it, for as long as it is open. */
final class Interrupted {

    private Interrupted() {}

    static String message(int running) {
        return "";
    }
}
