package io.promo.cli.command;

import io.promo.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whom an event is for, in words. */
public final class AudienceRule {

    private AudienceRule() {}

    /** The rule as a phrase that goes after "for"; {@code everyone} where it has no condition. */
    public static String words(JsonNode audience) {
        List<String> conditions = new ArrayList<>();
        condition(conditions, "segment", Json.text(audience, "segments"));
        condition(conditions, "country", Json.text(audience, "countries"));
        condition(conditions, "locale", Json.text(audience, "locales"));
        return conditions.isEmpty() ? "everyone" : String.join(" and ", conditions);
    }

    private static void condition(List<String> conditions, String name, @Nullable String values) {
        if (values != null && !values.isEmpty()) {
            conditions.add(name + " " + values.replace(", ", " or "));
        }
    }
}
