package io.promo.dispatch.partition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This process's right to execute a step execution, until a later epoch takes it away.
 *
 * @param epoch the fence
 * @param previous the dead process it was taken from; null: nobody held it
 * @param failures tries so far that could never succeed
 */
public record Claim(
        long stepExecutionId,
        UUID runId,
        int partitionNo,
        UUID processId,
        long epoch,
        @Nullable UUID previous,
        int failures) {}
