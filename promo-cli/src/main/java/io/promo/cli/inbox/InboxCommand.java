package io.promo.cli.inbox;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The caller's inbox. */
@Command(
        name = "inbox",
        description = "Read your own inbox, as the customer you are logged in as.",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            CountCommand.class,
            ReadCommand.class,
            UnreadCommand.class,
            ReadAllCommand.class,
            PreferencesCommand.class
        },
        footer = "promo login --username anna, then promo inbox --as anna")
public final class InboxCommand extends PromoCommand {

    @Option(names = "--unread", description = "Only what the badge counts.")
    boolean unread;

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        MessageView.list(output(), page, api(), unread);
    }
}
