package io.promo.cli.run;

import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Follows a run. */
@Command(
        name = "watch",
        description = "Follow a run to its end. Ctrl-C ends the watching, not the run.",
        footer = "Exit 0 only when it COMPLETED. A restart of the service interrupts neither the run nor the watching.")
public final class WatchCommand extends WatchingCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Override
    protected void run() {
        JsonNode ended = follow(run.id.toString());
        if (output().isJson()) {
            output().show(ended, Json.text(ended, "state", "?"));
        }
    }
}
