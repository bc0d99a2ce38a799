package io.promo.cli.event;

import io.promo.cli.command.OnceOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Copies an event. */
@Command(name = "copy", description = "Make a new draft of any event.")
public final class CopyCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    OnceOption once = new OnceOption();

    @Override
    protected void run() {
        EventView.show(
                output(),
                api().send(Request.post(Service.CALENDAR, event.path("copy")).once(once.key()))
                        .body());
    }
}
