package io.promo.cli.run;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.EventChoice;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.time.LocalDate;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Sends dates that went by. */
@Command(
        name = "backfill",
        description = "Send dates that went by.",
        footer = {
            "missing: dates never sent.  failed: those, and dates whose run failed or was stopped.",
            "all: every date again, under a new generation; whoever has the message gets no second one."
        })
public final class BackfillCommand extends WatchingCommand {

    /** Which dates are meant. */
    enum Mode {
        MISSING,
        FAILED,
        ALL
    }

    @Mixin
    EventChoice event = new EventChoice();

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First local date.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last local date.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    LocalDate to;

    @Option(names = "--mode", paramLabel = "MODE", description = "missing, failed or all (default: missing).")
    Mode mode = Mode.MISSING;

    @Option(names = "--after-end", description = "Also when the event's window is over.")
    boolean afterEnd;

    @Option(names = "--wait", description = "Wait until the runs have ended, and show how they get on.")
    boolean wait;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object()
                .put("eventId", event.required().toString())
                .put("from", from.toString())
                .put("to", to.toString())
                .put("mode", mode.name().toLowerCase(Locale.ROOT))
                .put("afterEnd", afterEnd)
                .put("dryRun", dryRun.isGiven());
        show(
                send(event.required(), () -> Request.post(Service.DISPATCH, "/backfills", body)),
                wait && !dryRun.isGiven(),
                dryRun.isGiven());
    }
}
