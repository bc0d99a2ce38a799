package io.promo.cli.event;

import io.promo.cli.command.PromoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows an event. */
@Command(name = "show", description = "Show an event with its texts.")
public final class ShowCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Override
    protected void run() {
        EventView.show(output(), event.fetch(api()).body());
    }
}
