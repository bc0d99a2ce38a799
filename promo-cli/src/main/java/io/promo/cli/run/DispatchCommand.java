package io.promo.cli.run;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.EventChoice;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Starts what is due. */
@Command(
        name = "dispatch",
        description = "Start what is due now: of one event, or of all when none is named.",
        footer = "A date that has a run already gets no second one. With --wait: exit 0 only when every run COMPLETED.")
public final class DispatchCommand extends WatchingCommand {

    @Mixin
    EventChoice event = new EventChoice();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Only this local date, if it is due (default: all that are).")
    @Nullable
    LocalDate date;

    @Option(names = "--wait", description = "Wait until the runs have ended, and show how they get on.")
    boolean wait;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        ObjectNode body = Json.object().put("dryRun", dryRun.isGiven());
        UUID id = event.optional();
        if (id != null) {
            body.put("eventId", id.toString());
        }
        if (date != null) {
            body.put("date", date.toString());
        }
        show(
                send(id, () -> Request.post(Service.DISPATCH, "/runs", body)),
                wait && !dryRun.isGiven(),
                dryRun.isGiven());
    }
}
