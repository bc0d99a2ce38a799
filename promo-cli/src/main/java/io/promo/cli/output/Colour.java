package io.promo.cli.output;

import java.util.Map;

/** Colours for what deserves a second look. */
final class Colour {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";

    private static final Map<String, String> OF_STATE = Map.ofEntries(
            Map.entry("COMPLETED", GREEN),
            Map.entry("DONE", GREEN),
            Map.entry("PUBLISHED", GREEN),
            Map.entry("RUNNING", GREEN),
            Map.entry("DELIVERED", GREEN),
            Map.entry("FAILED", RED),
            Map.entry("MISSED", RED),
            Map.entry("CANCELLED", RED),
            Map.entry("STOPPED", YELLOW),
            Map.entry("PAUSED", YELLOW));

    private Colour() {}

    /** The text, coloured if it is a title or the name of a state. */
    static String of(String text, boolean title) {
        String colour = title ? BOLD : OF_STATE.get(text);
        return colour == null ? text : colour + text + RESET;
    }
}
