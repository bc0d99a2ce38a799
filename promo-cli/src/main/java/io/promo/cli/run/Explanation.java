package io.promo.cli.run;

import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer out of two: what the inbox has is delivered, and dispatch says by which run; for the rest dispatch says why not.
 *
 * @param dispatched what dispatch says, by date
 * @param delivered what the inbox has
 */
record Explanation(List<JsonNode> dispatched, List<JsonNode> delivered) {

    /** What dispatch says of whom it has reached. */
    private static final String DISPATCHED = "ELIGIBLE_DISPATCHED";

    private static final String GONE =
            ", but the inbox has no message of it: past retention, or erased; promo backfill --mode all delivers what is missing";

    /** By date, oldest first; only the given one unless it is null. */
    ArrayNode items(@Nullable String date) {
        Map<String, ObjectNode> byDate = new TreeMap<>();
        Map<String, String> said = new HashMap<>();
        for (JsonNode item : dispatched) {
            String on = Json.text(item, "date", "");
            byDate.put(on, missing(item));
            said.put(on, Json.text(item, "detail", ""));
        }
        for (JsonNode message : delivered) {
            String on = Json.text(message, "dispatchDate", "");
            byDate.put(on, delivered(on, message, said.get(on)));
        }
        ArrayNode items = Json.array();
        byDate.forEach((on, item) -> {
            // An answer without a date holds for all of them.
            if (date == null || date.equals(on) || on.isEmpty()) {
                items.add(item);
            }
        });
        return items;
    }

    private static ObjectNode delivered(String date, JsonNode message, @Nullable String dispatchSays) {
        String readAt = Json.text(message, "readAt");
        String read = message.path("read").asBoolean(false)
                ? "read " + Figures.instant(readAt)
                : readAt == null ? "not read yet" : "marked unread, first read " + Figures.instant(readAt);
        return Json.object()
                .put("date", date)
                .put("outcome", "DELIVERED")
                .put(
                        "detail",
                        "delivered " + Figures.instant(Json.text(message, "createdAt")) + ", " + read
                                + (dispatchSays == null ? "" : "; dispatch: " + dispatchSays))
                .put("messageId", Json.text(message, "messageId"))
                .put("deliveredAt", Json.text(message, "createdAt"))
                .put("readAt", readAt);
    }

    private static ObjectNode missing(JsonNode item) {
        String outcome = Json.text(item, "outcome", "?");
        String detail = Json.text(item, "detail", "");
        return Json.object()
                .put("date", Json.text(item, "date"))
                .put("outcome", outcome)
                .put("detail", outcome.equals(DISPATCHED) ? detail + GONE : detail)
                .putNull("messageId")
                .putNull("deliveredAt")
                .putNull("readAt");
    }
}
