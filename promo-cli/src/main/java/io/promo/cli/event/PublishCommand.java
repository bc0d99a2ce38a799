package io.promo.cli.event;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.OnceOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Publishes an event. */
@Command(name = "publish", description = "Publish a draft: it is sent on its dates from now on.")
public final class PublishCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Mixin
    OnceOption once = new OnceOption();

    @Override
    protected void run() {
        if (dryRun.isGiven()) {
            new Rehearsal(api(), event.fetch(api()).body(), "publish", "DRAFT").publish(output());
            return;
        }
        EventView.show(
                output(),
                api().send(Request.post(Service.CALENDAR, event.path("publish")).once(once.key()))
                        .body());
    }
}
