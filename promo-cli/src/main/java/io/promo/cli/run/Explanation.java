package io.promo.cli.run;

import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer out of two: what the inbox has is delivered, whatever else is known; for the rest dispatch says why not.
 *
 * @param dispatched what dispatch says, by date
 * @param delivered what the inbox has
 */
record Explanation(List<JsonNode> dispatched, List<JsonNode> delivered) {

    /** By date, oldest first; only the given one unless it is null. */
    ArrayNode items(@Nullable String date) {
        Map<String, ObjectNode> byDate = new TreeMap<>();
        for (JsonNode item : dispatched) {
            String on = Json.text(item, "date", "");
            byDate.put(on, missing(on, item));
        }
        for (JsonNode message : delivered) {
            String on = Json.text(message, "dispatchDate", "");
            byDate.put(on, delivered(on, message));
        }
        ArrayNode items = Json.array();
        byDate.forEach((on, item) -> {
            if (date == null || date.equals(on)) {
                items.add(item);
            }
        });
        return items;
    }

    private static ObjectNode delivered(String date, JsonNode message) {
        String readAt = Json.text(message, "readAt");
        String read = message.path("read").asBoolean(false)
                ? "read " + Figures.instant(readAt)
                : readAt == null ? "not read yet" : "marked unread, first read " + Figures.instant(readAt);
        return Json.object()
                .put("date", date)
                .put("outcome", "DELIVERED")
                .put("detail", "delivered " + Figures.instant(Json.text(message, "createdAt")) + ", " + read)
                .put("messageId", Json.text(message, "messageId"))
                .put("deliveredAt", Json.text(message, "createdAt"))
                .put("readAt", readAt);
    }

    private static ObjectNode missing(String date, JsonNode item) {
        return Json.object()
                .put("date", date)
                .put("outcome", Json.text(item, "outcome"))
                .put("detail", Json.text(item, "detail"))
                .putNull("messageId")
                .putNull("deliveredAt")
                .putNull("readAt");
    }
}
