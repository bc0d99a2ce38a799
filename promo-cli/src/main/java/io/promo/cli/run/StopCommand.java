package io.promo.cli.run;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Pages;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Stops runs. */
@Command(name = "stop", description = "Stop a run, or all, at the next chunk; promo restart goes on with the rest.")
public final class StopCommand extends PromoCommand {

    private static final int ALL = 10_000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "The run's id.")
    @Nullable
    UUID id;

    @Option(names = "--all", description = "Every run that is not over.")
    boolean all;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        if ((id == null) != all) {
            throw CommandFailure.usage("Stop what?", "Name one run, or say --all.");
        }
        if (all) {
            JsonNode runs = dryRun.isGiven() ? open() : stopAll();
            output().table(runs, RunText.ROW, "There is no run to stop.");
            rehearsed(!Json.items(runs).isEmpty());
        } else if (dryRun.isGiven()) {
            output().record(api().get(Service.DISPATCH, "/runs/" + id), RunText.RECORD);
            rehearsed(true);
        } else {
            new ChangedRun(api(), output(), Objects.requireNonNull(id)).stop();
        }
    }

    private void rehearsed(boolean any) {
        if (dryRun.isGiven() && any) {
            output().note("Would be stopped. Nothing was changed.");
        }
    }

    private JsonNode stopAll() {
        return api().send(Request.post(Service.DISPATCH, "/runs/stop-all")).body();
    }

    private JsonNode open() {
        ArrayNode runs = Json.array();
        for (String state : List.of("DUE", "RUNNING", "PAUSED")) {
            runs.addAll(Json.items(Pages.read(
                    api(), () -> Request.get(Service.DISPATCH, "/runs").query("state", state), null, ALL)));
        }
        return Json.object().set("items", runs);
    }
}
