package io.promo.cli.repair;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Sends what failed again. */
@Command(name = "replay", description = "Try again what has FAILED: the records named, or all.")
final class OutboxReplayCommand extends PromoCommand {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Which (default: all that FAILED).")
    List<UUID> ids = List.of();

    @Mixin
    ServiceOption from = new ServiceOption();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object().put("dryRun", dryRun.isGiven());
        if (!ids.isEmpty()) {
            body.set("ids", Json.array(ids.stream().map(UUID::toString).toList()));
        }
        ObjectNode all = Json.object().put("dryRun", dryRun.isGiven());
        var items = all.putArray("items");
        long replayed = 0;
        for (Service service : from.services()) {
            long count = Json.number(
                    api().send(Request.post(service, "/outbox/replay", body)).body(), "replayed");
            items.addObject().put("service", service.title()).put("replayed", count);
            replayed += count;
        }
        all.put("replayed", replayed);
        output().show(
                        all,
                        dryRun.isGiven()
                                ? "Would try " + replayed + " records again. Nothing was changed."
                                : "Trying " + replayed + " records again.");
    }
}
