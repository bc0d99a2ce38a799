package io.promo.stack.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the document.
 *
 * @param path with names in braces
 * @param body the schema of its JSON body; null: it takes none
 * @param open for anyone, without a token
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean open) {

    /**
     * What may be sent beside the body.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** All operations of an OpenAPI document, in its order. */
    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    List<Parameter> parameters = operation
                            .path("parameters")
                            .valueStream()
                            .map(it -> new Parameter(
                                    it.path("name").asString(),
                                    it.path("in").asString(),
                                    it.path("required").asBoolean(false),
                                    it.path("schema")))
                            .toList();
                    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
                    operations.add(new Operation(
                            method.toUpperCase(Locale.ROOT),
                            path,
                            parameters,
                            body.isMissingNode() ? null : body,
                            operation.path("security").isArray()
                                    && operation.path("security").isEmpty()));
                }));
        return operations;
    }

    /** As the test names it, e.g. {@code POST /events}. */
    String name() {
        return method + " " + path;
    }
}
