package io.promo.cli.run;

import io.promo.cli.output.Output;
import io.promo.cli.settings.Surroundings;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows people how runs get on: one line that moves on a terminal, lines now and then elsewhere. */
abstract class ProgressDisplay {

    /** The one that suits who is watching. */
    static ProgressDisplay of(Output output, Surroundings surroundings) {
        return surroundings.terminal()
                ? new Bar(output.people(), columns(surroundings.variable("COLUMNS")))
                : new Lines(output.people());
    }

    /** A run that is not over. */
    abstract void progress(JsonNode run);

    /** A line that stays. */
    abstract void line(String text);

    private static int columns(@Nullable String columns) {
        return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 120;
    }

    /** One line, written over and over. */
    private static final class Bar extends ProgressDisplay {

        private static final int WIDTH = 24;
        private static final String CLEAR = "\r\u001b[K";

        private final PrintStream out;
        private final int columns;

        Bar(PrintStream out, int columns) {
            this.out = out;
            this.columns = columns;
        }

        @Override
        void progress(JsonNode run) {
            String line = RunText.name(run) + "  " + RunText.bar(run, WIDTH) + "  " + RunText.progress(run);
            // A line that wraps could not be written over.
            out.print(CLEAR + (line.length() < columns ? line : line.substring(0, columns - 1)));
            out.flush();
        }

        @Override
        void line(String text) {
            out.println(CLEAR + text);
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
