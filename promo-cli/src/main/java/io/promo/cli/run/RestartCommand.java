package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restarts a run. */
@Command(name = "restart", description = "Let a stopped or failed run go on with what is unfinished.")
public final class RestartCommand extends PromoCommand {

    @Mixin
    RunArgument run = new RunArgument();

    @Option(names = "--after-end", description = "Also when the event's window is over.")
    boolean afterEnd;

    @Override
    protected void run() {
        output().record(
                        api().send(Request.post(
                                        Service.DISPATCH,
                                        run.path() + "/restart",
                                        Json.object().put("afterEnd", afterEnd)))
                                .body(),
                        RunText.RECORD);
    }
}
