package io.promo.cli.run;

import io.promo.cli.output.Output;

/** Tells who ends the watching with Ctrl-C that the run goes on, for as long as it is open. */
final class GoesOn implements AutoCloseable {

    private final Thread told;

    GoesOn(ProgressDisplay display, Output output, String runId) {
        told = new Thread(() -> {
            display.leave();
            output.warn("The run goes on; promo watch " + runId + " follows it again.");
        });
        Runtime.getRuntime().addShutdownHook(told);
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
