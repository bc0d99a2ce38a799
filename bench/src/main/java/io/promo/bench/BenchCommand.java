package io.promo.bench;

import io.promo.bench.dispatch.BenchDispatchCommand;
import io.promo.bench.events.BenchEventsCommand;
import io.promo.bench.inbox.BenchInboxCommand;
import io.promo.bench.stream.BenchStreamCommand;
import picocli.CommandLine.Command;

/** {@code promo bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures against the machine's limit and the usual way, and how fast events travel.",
        subcommands = {
            BenchDispatchCommand.class,
            BenchEventsCommand.class,
            BenchInboxCommand.class,
            BenchStreamCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {}
