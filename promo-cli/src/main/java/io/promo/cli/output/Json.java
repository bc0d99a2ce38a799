package io.promo.cli.output;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and builds JSON trees. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** Parses; throws {@link tools.jackson.core.JacksonException} when it is none. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** On several lines, for people to read and programs to parse. */
    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** An object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An array to fill. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The texts as an array. */
    public static ArrayNode array(List<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** The value at a path such as {@code partitions.done}, as text; lists joined by commas; null where there is none. */
    public static @Nullable String text(JsonNode node, String path) {
        JsonNode value = at(node, path);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isArray()) {
            return value.valueStream().map(Json::scalar).collect(Collectors.joining(", "));
        }
        return scalar(value);
    }

    /** The value at a path as text, or what stands in for none. */
    public static String text(JsonNode node, String path, String none) {
        String text = text(node, path);
        return text == null ? none : text;
    }

    /** The number at a path; 0 where there is none. */
    public static long number(JsonNode node, String path) {
        return at(node, path).asLong(0);
    }

    /** The number at a path; null where there is none. */
    public static @Nullable Long optionalNumber(JsonNode node, String path) {
        JsonNode value = at(node, path);
        return value.isNumber() ? (Long) value.asLong() : null;
    }

    /** The entries of a list {@code items}, none where it is missing. */
    public static List<JsonNode> items(JsonNode node) {
        return node.path("items").valueStream().toList();
    }

    private static JsonNode at(JsonNode node, String path) {
        JsonNode value = node;
        for (String name : path.split("\\.")) {
            value = value.path(name);
        }
        return value;
    }

    private static String scalar(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
