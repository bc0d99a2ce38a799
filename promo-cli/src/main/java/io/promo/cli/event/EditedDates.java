package io.promo.cli.event;

import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an edit does to the dates of a published event, in words. */
final class EditedDates {

    private static final int MOST = 10;

    private EditedDates() {}

    /** Lines about {@code dates} of an answer or a refusal; one when it changes none. */
    static List<String> lines(JsonNode answer) {
        JsonNode dates = answer.path("dates");
        if (dates.isNull() || dates.isMissingNode()) {
            return List.of("A draft: nothing of it is sent yet.");
        }
        List<String> lines = new ArrayList<>();
        dates(lines, "adds", dates.path("added"));
        dates(lines, "takes away", dates.path("removed"));
        dates(lines, "moves", dates.path("moved"));
        dates.path("twiceWithin24Hours")
                .forEach(pair -> lines.add("two messages within 24 hours: of " + sent(pair.path("first")) + " and of "
                        + sent(pair.path("second"))));
        return lines.isEmpty() ? List.of("It changes no date.") : lines;
    }

    /**
     * What a rehearsed edit would do, and whether it would be let through.
     *
     * @param texts whether the edit changes what messages say
     */
    static List<String> rehearsed(JsonNode answer, boolean texts) {
        JsonNode dates = answer.path("dates");
        List<String> lines = new ArrayList<>(lines(answer));
        if (texts && dates.isObject()) {
            lines.add("The new text is for messages of dates whose run has not begun; those already sent keep theirs.");
        }
        if (dates.path("needsConfirmation").asBoolean(false)) {
            lines.add("Without --yes it is refused: " + String.join(", ", reasons(dates)) + ".");
        }
        lines.add("Nothing was changed.");
        return lines;
    }

    private static List<String> reasons(JsonNode dates) {
        List<String> reasons = new ArrayList<>();
        if (!dates.path("twiceWithin24Hours").isEmpty()) {
            reasons.add("customers would get two messages within 24 hours");
        }
        if (any(dates, "AT_ONCE")) {
            reasons.add("a date would be sent at once");
        }
        if (any(dates, "NEVER")) {
            reasons.add("a date would never be sent");
        }
        return reasons.isEmpty() ? List.of("another zone or dispatch time changes when messages come") : reasons;
    }

    private static boolean any(JsonNode dates, String sent) {
        return Stream.of("added", "moved")
                .flatMap(list -> dates.path(list).valueStream())
                .anyMatch(date -> Json.text(date, "sent", "").equals(sent));
    }

    private static void dates(List<String> lines, String verb, JsonNode dates) {
        dates.valueStream()
                .limit(MOST)
                .forEach(date -> lines.add(verb + " " + Json.text(date, "date", "?") + ", due "
                        + Figures.instant(Json.text(date, "dueAt")) + when(Json.text(date, "sent", ""))));
        if (dates.size() > MOST) {
            lines.add(verb + " " + (dates.size() - MOST) + " more");
        }
    }

    private static String when(String sent) {
        return switch (sent) {
            case "AT_ONCE" -> ", which is sent at once";
            case "NEVER" -> ", which has passed: it is not sent";
            default -> "";
        };
    }

    private static String sent(JsonNode message) {
        return Json.text(message, "date", "?") + " at " + Figures.instant(Json.text(message, "at"));
    }
}
