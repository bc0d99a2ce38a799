package io.promo.cli.command;

import io.promo.cli.failure.CommandFailure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names an event, with or without the option's name in front. */
public final class EventChoice {

    @Parameters(index = "0", arity = "0..1", paramLabel = "EVENT", description = "The event's id.")
    @Nullable
    UUID position;

    @Option(names = "--event", paramLabel = "EVENT", description = "The same.")
    @Nullable
    UUID option;

    /** The event; null when none is given. */
    public @Nullable UUID optional() {
        if (position != null && option != null && !position.equals(option)) {
            throw CommandFailure.usage("Two events are given", "Give one.");
        }
        return option == null ? position : option;
    }

    /** The event; a failure when none is given. */
    public UUID required() {
        UUID event = optional();
        if (event == null) {
            throw CommandFailure.usage("Which event?", "Add --event EVENT; promo list shows those there are.");
        }
        return event;
    }
}
