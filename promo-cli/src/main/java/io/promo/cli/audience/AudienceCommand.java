package io.promo.cli.audience;

import io.promo.cli.command.GroupCommand;
import picocli.CommandLine.Command;

/** Customers. */
@Command(
        name = "audience",
        description = "Import, make up, count and forget customers.",
        subcommands = {ImportCommand.class, GenerateCommand.class, EstimateCommand.class, ForgetCommand.class})
public final class AudienceCommand extends GroupCommand {}
