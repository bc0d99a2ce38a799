package io.promo.dispatch.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partition of a run as operators see it; {@code processId} is the worker that executes it or did last. */
record PartitionView(
        int partitionNo,
        UUID firstUser,
        UUID lastUser,
        State state,
        @Nullable UUID processId,
        long delivered,
        long inserted,
        long unsubscribed,
        int chunks,
        int chunksReplayed,
        int attempts,
        @Nullable String reason,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }
}
