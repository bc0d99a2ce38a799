package io.promo.cli.http;

import io.promo.cli.output.Json;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads lists that come in pages as one. */
public final class Pages {

    private static final int LARGEST = 100;

    private Pages() {}

    /**
     * The first entries of a list, as one page: {@code items}, {@code nextCursor}, {@code hasMore}.
     *
     * @param request makes a request for the list with all filters
     * @param cursor where to start; null: at the beginning
     * @param limit how many, at least 1
     */
    public static JsonNode read(Api api, Supplier<Request> request, @Nullable String cursor, int limit) {
        ArrayNode items = Json.array();
        String next = cursor;
        JsonNode page;
        do {
            int wanted = Math.min(LARGEST, limit - items.size());
            page = api.send(request.get().query("cursor", next).query("limit", wanted))
                    .body();
            items.addAll(Json.items(page));
            next = Json.text(page, "nextCursor");
        } while (next != null && items.size() < limit);
        ObjectNode all = Json.object();
        all.set("items", items);
        return all.put("nextCursor", next).put("hasMore", next != null);
    }
}
