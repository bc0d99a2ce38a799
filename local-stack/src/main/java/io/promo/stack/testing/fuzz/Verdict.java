package io.promo.stack.testing.fuzz;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no answer may be, whatever was asked. */
final class Verdict {

    private static final Pattern JAVA = Pattern.compile(
            "\\b(?:java|javax|jakarta|org\\.springframework|org\\.apache|tools\\.jackson|com\\.fasterxml|io\\.promo)\\.\\w"
                    + "|\\w(?:Exception|Error)\\b");

    private Verdict() {}

    /** What is wrong with the answer; null when nothing is. */
    static @Nullable String of(Wire.Answer answer) {
        if (answer.status() == 0) {
            return "no answer: " + answer.body();
        }
        if (answer.status() >= 500) {
            return "status " + answer.status();
        }
        if (answer.status() < 400 || answer.body().isEmpty()) {
            return null;
        }
        if (!answer.contentType().startsWith("application/problem+json")) {
            return answer.status() + " as " + answer.contentType();
        }
        return notAProblem(answer.body());
    }

    private static @Nullable String notAProblem(String body) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            for (String field : List.of("type", "status", "detail")) {
                if (!problem.has(field)) {
                    return "problem without " + field;
                }
            }
            String told = problem.path("detail").asString() + problem.path("errors");
            return JAVA.matcher(told).find() ? "names Java: " + FuzzRequest.shown(told) : null;
        } catch (JacksonException e) {
            return "no JSON: " + FuzzRequest.shown(body);
        }
    }
}
