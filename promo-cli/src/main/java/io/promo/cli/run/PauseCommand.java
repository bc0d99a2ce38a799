package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses a run. */
@Command(name = "pause", description = "Pause a run at the next chunk; promo resume lets it go on.")
public final class PauseCommand extends PromoCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Override
    protected void run() {
        output().record(
                        api().send(Request.post(Service.DISPATCH, run.path() + "/pause"))
                                .body(),
                        RunText.RECORD);
    }
}
