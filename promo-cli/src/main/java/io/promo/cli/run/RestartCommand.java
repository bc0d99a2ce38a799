package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restarts a run. */
@Command(name = "restart", description = "Let a stopped or failed run go on with what is unfinished.")
public final class RestartCommand extends PromoCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Mixin
    GoOnOptions options = new GoOnOptions();

    @Override
    protected void run() {
        new ChangedRun(api(), output(), run.id).restart(options.body());
    }
}
