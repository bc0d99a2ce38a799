package io.promo.cli.event;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.OnceOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Calls an event off. */
@Command(name = "cancel", description = "Call a published event off for good: its runs stop, nothing more is sent.")
public final class CancelCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Mixin
    OnceOption once = new OnceOption();

    @Override
    protected void run() {
        if (dryRun.isGiven()) {
            new Rehearsal(api(), event.fetch(api()).body(), "cancel", "PUBLISHED").cancel(output());
            return;
        }
        EventView.show(
                output(),
                api().send(Request.post(Service.CALENDAR, event.path("cancel")).once(once.key()))
                        .body());
    }
}
