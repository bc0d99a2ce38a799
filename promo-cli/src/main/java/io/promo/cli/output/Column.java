package io.promo.cli.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table.
 *
 * @param title in capitals
 * @param right whether to align it right, as numbers are
 * @param value what to show of an entry; null shows as a dash
 */
public record Column(String title, boolean right, Function<JsonNode, @Nullable String> value) {

    /** Text at a path. */
    public static Column text(String title, String path) {
        return new Column(title, false, node -> Json.text(node, path));
    }

    /** A number at a path. */
    public static Column count(String title, String path) {
        return new Column(title, true, node -> Figures.count(Json.optionalNumber(node, path)));
    }

    /** An instant at a path, in UTC. */
    public static Column instant(String title, String path) {
        return new Column(title, false, node -> Figures.instant(Json.text(node, path)));
    }

    /** Anything else, as text. */
    public static Column of(String title, Function<JsonNode, @Nullable String> value) {
        return new Column(title, false, value);
    }
}
