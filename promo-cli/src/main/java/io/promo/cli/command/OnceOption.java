package io.promo.cli.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Makes a request that may be sent twice take effect once. */
public final class OnceOption {

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "Whatever is asked again with the same key is done once (default: a new key).")
    @Nullable
    String key;

    /** The key to send. */
    public String key() {
        return key == null ? UUID.randomUUID().toString() : key;
    }
}
