package io.promo.stack.testing.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values as a schema asks for them. */
final class ValidValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LEFT_OUT_OF = 4;

    private final JsonNode document;
    private final Map<String, Supplier<String>> samples;
    private final RandomGenerator random;

    /** @param samples by the name of a parameter or field: what a schema cannot know */
    ValidValues(JsonNode document, Map<String, Supplier<String>> samples, RandomGenerator random) {
        this.document = document;
        this.samples = samples;
        this.random = random;
    }

    JsonNode of(String name, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return of(name, document.at(reference.substring(1)));
        }
        if (schema.has("anyOf")) {
            return of(name, schema.path("anyOf").path(0));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> NODES.numberNode(whole(schema));
            case "number" -> NODES.numberNode(1.5);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(text(name, schema));
        };
    }

    /** A type, or a list of types of which one may be null. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(it -> !it.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").forEachEntry((name, property) -> {
            boolean required = schema.path("required").valueStream().anyMatch(it -> name.equals(it.asString()));
            if (required || random.nextInt(LEFT_OUT_OF) > 0) {
                object.set(name, of(name, property));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            object.set("en", of("en", schema.path("additionalProperties")));
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        int size = 1 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            array.add(of(name, schema.path("items")));
        }
        return array;
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(1);
        return least + random.nextInt(20);
    }

    private String text(String name, JsonNode schema) {
        Supplier<String> sample = samples.get(name);
        if (sample != null && random.nextInt(10) > 0) {
            return sample.get();
        }
        JsonNode constants = schema.path("enum");
        if (!constants.isEmpty()) {
            return constants.path(random.nextInt(constants.size())).asString("x");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" ->
                LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .plusDays(random.nextInt(5) - 2)
                        .toString();
            case "date-time" -> now.plus(random.nextInt(5), ChronoUnit.HOURS).toString();
            default -> "x";
        };
    }
}
