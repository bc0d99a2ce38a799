package io.promo.cli.event;

import io.promo.cli.command.AudienceRule;
import io.promo.cli.output.Column;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import io.promo.cli.output.Output;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Events as people see them: times in the event's own zone. */
final class EventView {

    private static final Column STATUS = Column.text("STATUS", "status");
    private static final Column START = Column.of("START", event -> local(event, "startDatetime"));
    private static final Column END = Column.of("END", event -> local(event, "endDatetime"));
    private static final Column ZONE = Column.text("ZONE", "timeZone");
    private static final Column TITLE = Column.text("TITLE", "title");
    private static final Column VERSION = Column.text("VERSION", "version");
    private static final Column ID = Column.text("EVENT", "eventId");

    static final List<Column> ROW = List.of(ID, STATUS, START, END, ZONE, VERSION, TITLE);

    private static final List<Column> RECORD = List.of(
            ID,
            TITLE,
            Column.text("DESCRIPTION", "description"),
            STATUS,
            VERSION,
            START,
            END,
            ZONE,
            Column.of("DISPATCH TIME", event -> Json.text(event, "dispatchTime", "the start's")),
            Column.of("MAX RATE", event -> Figures.maxRate(Json.optionalNumber(event, "maxRate"))),
            Column.of("AUDIENCE", event -> AudienceRule.words(event.path("audience"))),
            Column.text("LINK", "promotionPackage.link"),
            Column.text("DEFAULT LOCALE", "promotionPackage.defaultLocale"),
            Column.of("CREATED", event -> step(event, "created")),
            Column.of("UPDATED", event -> step(event, "updated")));

    private EventView() {}

    static void show(Output output, JsonNode event) {
        List<String> lines = new ArrayList<>(output.lines(event, RECORD));
        event.path("promotionPackage").path("content").forEachEntry((locale, text) -> {
            lines.add("");
            lines.add("[" + locale + "] " + Json.text(text, "subject", ""));
            Json.text(text, "body", "").lines().forEach(line -> lines.add("  " + line));
        });
        output.show(event, lines);
    }

    private static String local(JsonNode event, String field) {
        return Figures.local(Json.text(event, field), Json.text(event, "timeZone", "UTC"));
    }

    private static String step(JsonNode event, String verb) {
        return Figures.instant(Json.text(event, verb + "At")) + " by " + Json.text(event, verb + "By", "?");
    }
}
