package io.promo.acceptance.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How a journey went.
 *
 * @param failures what the browser's side has to say of each failure; none: it went well
 */
record Journey(String name, boolean skipped, List<String> failures) {

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[;\\d]*m");

    /** All journeys of a report of Playwright's. */
    static List<Journey> of(JsonNode report) {
        var journeys = new ArrayList<Journey>();
        for (JsonNode error : report.path("errors")) {
            journeys.add(new Journey("start", false, List.of(text(error))));
        }
        report.path("suites").forEach(suite -> collect(suite, journeys));
        return journeys;
    }

    private static void collect(JsonNode suite, List<Journey> journeys) {
        suite.path("suites").forEach(inner -> collect(inner, journeys));
        for (JsonNode spec : suite.path("specs")) {
            String name = spec.path("file").asString().replace(".journey.ts", "") + ": "
                    + spec.path("title").asString();
            for (JsonNode test : spec.path("tests")) {
                boolean well = test.path("status").asString().equals("expected");
                boolean skipped = test.path("status").asString().equals("skipped");
                journeys.add(new Journey(name, skipped, well || skipped ? List.of() : failures(test)));
            }
        }
    }

    private static List<String> failures(JsonNode test) {
        List<String> failures = stream(test.path("results"))
                .flatMap(result -> stream(result.path("errors")))
                .map(Journey::text)
                .toList();
        return failures.isEmpty() ? List.of(test.toString()) : failures;
    }

    private static String text(JsonNode error) {
        return COLOURS.matcher(error.path("message").asString()).replaceAll("");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
