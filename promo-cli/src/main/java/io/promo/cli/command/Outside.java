package io.promo.cli.command;

import io.promo.cli.settings.Surroundings;

/** What the root command is to the commands below it. */
public interface Outside {

    /** The world this call runs in. */
    Surroundings outside();
}
