package io.promo.cli.repair;

import io.promo.cli.command.GroupCommand;
import picocli.CommandLine.Command;

/** Dead letters. */
@Command(
        name = "dlq",
        description = "Records no consumer could use: list them, try them again.",
        subcommands = {DlqListCommand.class, DlqReplayCommand.class})
public final class DlqCommand extends GroupCommand {}
