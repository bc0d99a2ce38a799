package io.promo.cli.inbox;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** Names a message. */
final class MessageArgument {

    @Parameters(index = "0", paramLabel = "MESSAGE", description = "The message's id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    UUID id;

    String path() {
        return "/messages/" + id;
    }
}
