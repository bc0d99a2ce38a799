package io.promo.cli.inbox;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Marks a message unread. */
@Command(name = "unread", description = "Mark a message unread.")
final class UnreadCommand extends PromoCommand {

    @Mixin
    MessageArgument message = new MessageArgument();

    @Override
    protected void run() {
        MessageView.show(
                output(),
                api().send(Request.put(Service.INBOX, message.path() + "/unread"))
                        .body());
    }
}
