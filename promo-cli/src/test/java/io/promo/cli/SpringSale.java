package io.promo.cli;

import io.promo.cli.output.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** An event as the calendar shows it. */
final class SpringSale {

    static final String ID = "00000000-0000-7000-8000-000000000001";
    static final String PATH = "/calendar/events/" + ID;
    static final String EVENT = """
            {"eventId":"%s","title":"Spring sale","description":"","promotionPackage":{"kind":"MESSAGE","link":null,
             "defaultLocale":"en","content":{"en":{"subject":"Hello {{name}}","body":"20%% off\\nuntil {{endDate}}"}}},
             "audience":{"segments":["vip","new"],"countries":["DE"],"locales":[]},
             "startDatetime":"2026-05-01T07:00:00Z","endDatetime":"%s","timeZone":"Europe/Berlin",
             "dispatchTime":null,"maxRate":50000,"status":"%s","version":3,"createdBy":"admin",
             "createdAt":"2026-04-01T08:00:00Z","updatedBy":"admin","updatedAt":"2026-04-02T08:00:00Z"}""";
    static final String DRAFT = EVENT.formatted(ID, "2999-05-07T16:00:00Z", "DRAFT");
    static final Map<String, String> TAG = Map.of("ETag", "\"3\"");

    private SpringSale() {}

    static String dates(LocalDate... dates) {
        var preview = Json.object().put("subject", "Hello").put("body", "Body").putNull("link");
        var array = preview.putArray("dates");
        for (LocalDate date : dates) {
            array.addObject()
                    .put("date", date.toString())
                    .put("dueAt", date.atTime(7, 0).toInstant(ZoneOffset.UTC).toString())
                    .put(
                            "missedAfter",
                            date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
        }
        return preview.toString();
    }

    static String page(int size, String cursor) {
        var items = Json.array();
        for (int i = 0; i < size; i++) {
            items.add(Json.parse(EVENT.formatted(ID, Instant.EPOCH, "DRAFT")));
        }
        return "{\"items\":" + items + ",\"nextCursor\":" + cursor + ",\"hasMore\":" + !cursor.equals("null") + "}";
    }
}
