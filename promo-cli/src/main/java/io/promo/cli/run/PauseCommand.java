package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses a run. */
@Command(name = "pause", description = "Pause a run at the next chunk; promo resume lets it go on.")
public final class PauseCommand extends PromoCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Override
    protected void run() {
        new ChangedRun(api(), output(), run.id).pause();
    }
}
