package io.promo.cli.run;

import io.promo.cli.output.Output;
import io.promo.cli.settings.Surroundings;
import java.io.PrintStream;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;

/** Shows people how runs get on: one line that moves on a terminal, lines now and then elsewhere. */
abstract class ProgressDisplay {

    /** The one that suits who is watching. */
    static ProgressDisplay of(Output output, Surroundings surroundings) {
        return surroundings.terminal()
                ? new Bar(output.people(), () -> columns(surroundings))
                : new Lines(output.people());
    }

    /** A run that is not over. */
    abstract void progress(JsonNode run);

    /** A line that stays. */
    abstract void line(String text);

    /** Lets what others print begin on a line of its own. */
    void leave() {}

    /** The terminal knows best; COLUMNS is what somebody set once. */
    private static int columns(Surroundings surroundings) {
        int columns = surroundings.columns().getAsInt();
        String variable = surroundings.variable("COLUMNS");
        if (columns > 0) {
            return columns;
        }
        return variable != null && variable.matches("\\d{2,4}") ? Integer.parseInt(variable) : 80;
    }

    /** One line, written over and over. */
    private static final class Bar extends ProgressDisplay {

        private static final String CLEAR = "\r\u001b[K";
        private static final long BETWEEN_LOOKS_NANOS = 5_000_000_000L;

        private final PrintStream out;
        private final IntSupplier width;
        private int columns;
        private long lookedAt;

        /** @param width how wide the terminal is now: windows are made wider and narrower */
        Bar(PrintStream out, IntSupplier width) {
            this.out = out;
            this.width = width;
        }

        @Override
        void progress(JsonNode run) {
            // A line that wraps could not be written over.
            out.print(CLEAR + ProgressLine.of(run, columns() - 1));
            out.flush();
        }

        @Override
        void line(String text) {
            out.println(CLEAR + text);
        }

        @Override
        void leave() {
            out.println();
        }

        private int columns() {
            long now = System.nanoTime();
            if (columns == 0 || now - lookedAt >= BETWEEN_LOOKS_NANOS) {
                columns = width.getAsInt();
                lookedAt = now;
            }
            return columns;
        }
    }

    /** A line when the state changes, and every few seconds if anything did. */
    private static final class Lines extends ProgressDisplay {

        private static final long PAUSE_NANOS = 5_000_000_000L;

        private final PrintStream out;
        private String lastState = "";
        private String lastLine = "";
        private long lastAt = System.nanoTime() - PAUSE_NANOS;

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        void progress(JsonNode run) {
            String state = run.path("runId").asString("") + run.path("state").asString("");
            String line = RunText.name(run) + "  " + RunText.progress(run);
            long now = System.nanoTime();
            boolean news = !state.equals(lastState) || now - lastAt >= PAUSE_NANOS && !line.equals(lastLine);
            if (news) {
                lastState = state;
                lastLine = line;
                lastAt = now;
                out.println(line);
            }
        }

        @Override
        void line(String text) {
            out.println(text);
        }
    }
}
