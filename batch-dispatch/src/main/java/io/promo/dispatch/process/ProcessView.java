package io.promo.dispatch.process;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A process as operators see it.
 *
 * @param alive whether it was heard of in the last ten seconds and has not ended
 * @param partitions how many it has claimed
 */
record ProcessView(
        UUID processId,
        Role role,
        String host,
        long pid,
        @Nullable Integer port,
        Instant startedAt,
        Instant heartbeatAt,
        boolean alive,
        int partitions) {

    enum Role {
        MANAGER,
        WORKER
    }
}
