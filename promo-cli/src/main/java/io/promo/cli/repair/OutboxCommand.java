package io.promo.cli.repair;

import io.promo.cli.command.GroupCommand;
import picocli.CommandLine.Command;

/** The services' outboxes. */
@Command(
        name = "outbox",
        description = "What services have not been able to tell others: list it, try it again.",
        subcommands = {OutboxListCommand.class, OutboxReplayCommand.class})
public final class OutboxCommand extends GroupCommand {}
