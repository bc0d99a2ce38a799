package io.promo.stack;

import java.io.PrintStream;

/** Tells who ends {@code promo up} with Ctrl-C what goes on without it, for as long as it is open. */
final class Interrupted implements AutoCloseable {

    private final Thread told;

    Interrupted(LocalStack stack, PrintStream err) {
        told = new Thread(() -> {
            err.println();
            err.println(message(stack.running()));
        });
        Runtime.getRuntime().addShutdownHook(told);
    }

    static String message(int running) {
        return running == 1
                ? "1 process keeps running: ./promo up goes on, ./promo down stops it"
                : running + " processes keep running: ./promo up goes on, ./promo down stops them";
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(told);
        } catch (IllegalStateException e) {
            // The process is ending, so it is told already.
            return;
        }
    }
}
