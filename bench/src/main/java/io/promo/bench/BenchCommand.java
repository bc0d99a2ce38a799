package io.promo.bench;

import io.promo.bench.dispatch.BenchDispatchCommand;
import picocli.CommandLine.Command;

/** {@code promo bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures against the machine's limit and the usual way.",
        subcommands = BenchDispatchCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {}
