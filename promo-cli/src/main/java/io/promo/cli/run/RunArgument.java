package io.promo.cli.run;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** Names a run. */
final class RunArgument {

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    UUID id;

    String path() {
        return "/runs/" + id;
    }
}
