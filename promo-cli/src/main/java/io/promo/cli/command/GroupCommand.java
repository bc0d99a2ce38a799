package io.promo.cli.command;

import io.promo.cli.failure.CommandFailure;

/** A command that only has commands. */
public abstract class GroupCommand extends PromoCommand {

    @Override
    protected final void run() {
        throw CommandFailure.usage(
                "promo " + spec.name() + " what? "
                        + String.join(", ", spec.subcommands().keySet()),
                "See promo " + spec.name() + " --help");
    }
}
