package io.promo.cli.event;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a customer would read. */
@Command(name = "preview", description = "Show what a customer would read, and the dates it is due.")
public final class PreviewCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "The customer's locale (default: the event's default).")
    @Nullable
    String locale;

    @Option(names = "--name", paramLabel = "TEXT", description = "The customer's name (default: Anna).")
    String name = "Anna";

    @Option(names = "--email", paramLabel = "TEXT", description = "The customer's address (default: anna@example.com).")
    String email = "anna@example.com";

    @Option(names = "--country", paramLabel = "CODE", description = "The customer's country (default: DE).")
    String country = "DE";

    @Override
    protected void run() {
        ObjectNode request = DraftFile.writable(event.fetch(api()).body()).put("locale", locale);
        request.putObject("sample").put("name", name).put("email", email).put("country", country);
        JsonNode preview = api().send(Request.post(Service.CALENDAR, "/events/preview", request))
                .body();
        output().show(preview, lines(preview));
    }

    private static List<String> lines(JsonNode preview) {
        List<String> lines = new ArrayList<>();
        lines.add(Json.text(preview, "subject", ""));
        Json.text(preview, "body", "").lines().forEach(line -> lines.add("  " + line));
        String link = Json.text(preview, "link");
        if (link != null) {
            lines.add("  -> " + link);
        }
        lines.add("");
        preview.path("dates")
                .valueStream()
                .forEach(date ->
                        lines.add(Json.text(date, "date", "?") + "  due " + Figures.instant(Json.text(date, "dueAt"))));
        return lines;
    }
}
