package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resumes a run. */
@Command(name = "resume", description = "Let a paused run go on.")
public final class ResumeCommand extends PromoCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Override
    protected void run() {
        output().record(
                        api().send(Request.post(Service.DISPATCH, run.path() + "/resume"))
                                .body(),
                        RunText.RECORD);
    }
}
