package io.promo.bench.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Tells how a run is getting on: a bar redrawn in place on a terminal, a line every few percent elsewhere. */
final class Progress {

    private static final int WIDTH = 32;
    private static final int PLAIN_STEP_PERCENT = 10;

    private final PrintStream out;
    private final boolean terminal;
    private int lastPlainPercent = -1;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * @param delivered rows so far
     * @param total rows expected, 0 while unknown
     * @param rowsPerSecond average so far
     */
    void show(long delivered, long total, long rowsPerSecond) {
        int percent = total == 0 ? 0 : (int) Math.min(100, 100 * delivered / total);
        String figures =
                String.format(Locale.ROOT, "%3d %%  %,d of %,d  %,d rows/s", percent, delivered, total, rowsPerSecond);
        if (terminal) {
            int filled = WIDTH * percent / 100;
            out.print("\r  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + figures + "  ");
        } else if (percent / PLAIN_STEP_PERCENT > lastPlainPercent / PLAIN_STEP_PERCENT || lastPlainPercent < 0) {
            out.println("  " + figures);
            lastPlainPercent = percent;
        }
    }

    void done() {
        if (terminal) {
            out.println();
        }
    }
}
