package io.promo.cli.repair;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends dead letters again. */
@Command(name = "replay", description = "Send dead letters to their topic again: those named, or all not yet replayed.")
final class DlqReplayCommand extends PromoCommand {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Which (default: all not yet replayed).")
    List<Long> ids = List.of();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object().put("dryRun", dryRun.isGiven());
        if (!ids.isEmpty()) {
            ArrayNode named = body.putArray("ids");
            ids.forEach(named::add);
        }
        JsonNode answer = api().send(Request.post(Service.DISPATCH, "/dead-letters/replay", body))
                .body();
        output().table(answer, DeadLetterView.ROW, "There is nothing to send again.");
        if (!output().isJson() && !Json.items(answer).isEmpty()) {
            output().note(
                            dryRun.isGiven()
                                    ? "Would be sent again. Nothing was changed."
                                    : "Sent again: what fails once more is listed anew.");
        }
    }
}
