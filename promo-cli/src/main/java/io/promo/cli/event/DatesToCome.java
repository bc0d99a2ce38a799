package io.promo.cli.event;

import io.promo.cli.http.Api;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * An event's dates whose run may still start, by this machine's clock.
 *
 * @param dates as the calendar's preview has them
 */
record DatesToCome(ArrayNode dates, Instant now) {

    static DatesToCome of(Api api, JsonNode event) {
        JsonNode preview = api.send(Request.post(Service.CALENDAR, "/events/preview", DraftFile.writable(event)))
                .body();
        Instant now = Instant.now();
        ArrayNode dates = Json.array();
        preview.path("dates")
                .valueStream()
                .filter(date -> !instant(date, "missedAfter").isBefore(now))
                .forEach(dates::add);
        return new DatesToCome(dates, now);
    }

    /** A sentence, without its full stop, for each date that is due already: publishing sends it. */
    List<String> atOnce() {
        return dates.valueStream()
                .filter(date -> !instant(date, "dueAt").isAfter(now))
                .map(date -> Json.text(date, "date", "?") + " was due at " + Figures.instant(Json.text(date, "dueAt"))
                        + " and is sent at once")
                .toList();
    }

    private static Instant instant(JsonNode date, String field) {
        return Instant.parse(Json.text(date, field, ""));
    }
}
