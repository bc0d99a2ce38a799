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
        output().fields(api().send(Request.post(Service.DISPATCH, "/dead-letters/replay", body))
                .body());
        if (dryRun.isGiven()) {
            output().note("Nothing was sent.");
        }
    }
}
