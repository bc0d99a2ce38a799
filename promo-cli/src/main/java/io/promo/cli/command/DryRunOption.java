package io.promo.cli.command;

import picocli.CommandLine.Option;

/** Look before you leap. */
public final class DryRunOption {

    @Option(names = "--dry-run", description = "Change and send nothing; say what would happen.")
    boolean given;

    /** Whether nothing may be changed. */
    public boolean isGiven() {
        return given;
    }
}
