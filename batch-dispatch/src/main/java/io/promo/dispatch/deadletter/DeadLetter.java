package io.promo.dispatch.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could never be processed.
 *
 * @param topic where it failed, and where a replay puts it again
 * @param partition its partition of that topic
 * @param offset its place there
 * @param key null where the record had none
 * @param value null where the record had none
 * @param cutFrom how many characters the value had; null where it is whole
 * @param receivedAt when it was read from the dead-letter topic
 * @param replayedAt null until it was sent again
 */
record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String value,
        String cause,
        @Nullable Integer cutFrom,
        Instant receivedAt,
        @Nullable Instant replayedAt,
        @Nullable String replayedBy) {}
