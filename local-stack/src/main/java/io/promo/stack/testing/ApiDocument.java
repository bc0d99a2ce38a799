package io.promo.stack.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's OpenAPI document as it is served, and as it is committed for the screens, whose types are made from it. Both
 * without what differs from one start to the next: addresses, and the order of what has none.
 *
 * @param served in order
 * @param committed {@code ui/api/<name>.json}
 */
public record ApiDocument(JsonNode served, JsonNode committed) {

    /** Given on Maven's command line, it commits what is served: {@code -Dopenapi.write=true}. */
    private static final String WRITE = "openapi.write";

    private static final Set<String> SETS = Set.of("required", "type", "tags");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Compares them, from a module's directory.
     *
     * @param name {@code calendar}, {@code dispatch} or {@code inbox}
     * @param served the answer of {@code /v3/api-docs}
     */
    public static ApiDocument of(String name, String served) throws IOException {
        Path file = Path.of("..", "ui", "api", name + ".json");
        JsonNode document = ordered("", JSON.readTree(served));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, JSON.writeValueAsString(document) + "\n");
        }
        return new ApiDocument(document, ordered("", JSON.readTree(Files.readString(file))));
    }

    /** What to say when they differ. */
    public static String remedy() {
        return "the committed document is old; run this test with -D" + WRITE + "=true and look at what changed";
    }

    private static JsonNode ordered(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode ordered = JsonNodeFactory.instance.objectNode();
            object.propertyNames().stream()
                    .filter(property -> !(name.isEmpty() && property.equals("servers")))
                    .sorted()
                    .forEach(property -> ordered.set(property, ordered(property, object.path(property))));
            return ordered;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items =
                    array.valueStream().map(item -> ordered("[]", item)).toList();
            ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
            items.stream()
                    .sorted(SETS.contains(name) ? Comparator.comparing(JsonNode::toString) : (a, b) -> 0)
                    .forEach(ordered::add);
            return ordered;
        }
        return node;
    }
}
