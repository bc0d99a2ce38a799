package io.promo.stack.testing;

import io.promo.stack.process.OsProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a server that was just started. */
final class Await {

    private Await() {}

    static void until(String what, OsProcess process, Path log, Duration patience, BooleanSupplier ready)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.alive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not start: " + Files.readString(log));
            }
            Thread.sleep(20);
        }
    }
}
