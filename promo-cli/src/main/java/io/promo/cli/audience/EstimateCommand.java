package io.promo.cli.audience;

import io.promo.cli.command.AudienceOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts customers. */
@Command(name = "estimate", description = "Count whom a rule, or an event, reaches now, and why not the others.")
final class EstimateCommand extends PromoCommand {

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            description = "Take the rule of this event; other conditions go over it.")
    @Nullable
    UUID event;

    @Mixin
    AudienceOptions options = new AudienceOptions();

    @Override
    protected void run() {
        ObjectNode question = Json.object();
        ObjectNode audience = question.putObject("audience");
        if (event != null) {
            api().get(Service.CALENDAR, "/events/" + event).path("audience").forEachEntry(audience::set);
        }
        options.apply(audience);
        JsonNode estimate = api().send(Request.post(Service.DISPATCH, "/audience/estimate", question)
                        .named(AudienceOptions::named))
                .body();
        output().show(estimate, lines(estimate));
    }

    private static List<String> lines(JsonNode estimate) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(Json.number(estimate, "eligible")) + " of "
                + Figures.count(Json.number(estimate, "total")) + " customers.");
        estimate.path("excluded")
                .valueStream()
                .filter(exclusion -> Json.number(exclusion, "count") > 0)
                .forEach(exclusion -> lines.add("  left out, " + Json.text(exclusion, "reason", "?") + ": "
                        + Figures.count(Json.number(exclusion, "count"))));
        return lines;
    }
}
