package io.promo.cli.run;

import io.promo.cli.output.Json;
import io.promo.cli.output.Table;
import tools.jackson.databind.JsonNode;

/** One line about a run that fits a terminal: what matters most is always there, the bar and the title make room for it. */
final class ProgressLine {

    private static final String GAP = "  ";
    private static final int LONGEST_BAR = 24;
    private static final int SHORTEST_BAR = 6;
    private static final int FRAME = GAP.length() + "[]".length();

    /** A title shorter than this says nothing. */
    private static final int SHORTEST_TITLE = 5;

    private ProgressLine() {}

    /** @param most how many characters there is room for */
    static String of(JsonNode run, int most) {
        String line = String.join(GAP, RunText.essentials(run));
        int room = most - length(line) - GAP.length();
        int full = length(RunText.name(run));
        int shortest = Math.min(full, shortestName(run));
        int bar = room - FRAME - full;
        if (room >= FRAME + SHORTEST_BAR + shortest) {
            int width = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, bar));
            line = name(run, room - FRAME - width) + GAP + RunText.bar(run, width) + GAP + line;
        } else {
            String name = name(run, room);
            line = name.isEmpty() ? line : name + GAP + line;
        }
        for (String more : RunText.extras(run)) {
            String longer = line + GAP + more;
            line = length(longer) <= most ? longer : line;
        }
        return cut(line, most);
    }

    private static int shortestName(JsonNode run) {
        return SHORTEST_TITLE + 1 + date(run).length();
    }

    /** Title and date, the title shortened; the date alone where there is no room for a title, nothing where none for a date. */
    private static String name(JsonNode run, int room) {
        String date = date(run);
        if (length(RunText.name(run)) <= room) {
            return RunText.name(run);
        }
        if (room >= shortestName(run)) {
            String title = Table.plain(Json.text(run, "title", "run"));
            return cut(title, room - date.length() - 2).strip() + "… " + date;
        }
        return room >= date.length() ? date : "";
    }

    private static String date(JsonNode run) {
        return Json.text(run, "dispatchDate", "");
    }

    private static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
