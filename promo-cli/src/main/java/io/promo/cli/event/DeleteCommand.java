package io.promo.cli.event;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Answer;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes a draft. */
@Command(name = "delete", description = "Delete a draft. What was published can only be cancelled.")
public final class DeleteCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Override
    protected void run() {
        Answer current = event.fetch(api());
        if (dryRun.isGiven()) {
            new Rehearsal(api(), current.body(), "delete", "DRAFT").delete(output());
            return;
        }
        api().send(Request.delete(Service.CALENDAR, event.path()).ifMatch(String.valueOf(current.etag())));
        output().show(
                        Json.object().put("eventId", event.id.toString()).put("deleted", true),
                        "Deleted \"" + Json.text(current.body(), "title", "?") + "\".");
    }
}
