package io.promo.cli.inbox;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists messages. */
@Command(name = "list", description = "List messages, newest first (the same as promo inbox).")
final class ListCommand extends PromoCommand {

    @Option(names = "--unread", description = "Only what the badge counts.")
    boolean unread;

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        MessageView.list(output(), page, api(), unread);
    }
}
