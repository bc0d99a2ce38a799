package io.promo.cli.inbox;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a message. */
@Command(name = "show", description = "Show a message.")
final class ShowCommand extends PromoCommand {

    @Mixin
    MessageArgument message = new MessageArgument();

    @Override
    protected void run() {
        MessageView.show(
                output(), api().send(Request.get(Service.INBOX, message.path())).body());
    }
}
