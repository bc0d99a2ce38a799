package io.promo.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of every command; they may also stand before its name. */
final class CommonOptions {

    /** What {@code -o} takes. */
    enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table or json (default: table).")
    @Nullable
    Format format;

    @ArgGroup(exclusive = false, validate = false)
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--verbose", description = "Show where a failure comes from.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
