package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resumes a run. */
@Command(name = "resume", description = "Let a paused run go on with what is unfinished.")
public final class ResumeCommand extends PromoCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Mixin
    GoOnOptions options = new GoOnOptions();

    @Override
    protected void run() {
        new ChangedRun(api(), output(), run.id).resume(options.body());
    }
}
