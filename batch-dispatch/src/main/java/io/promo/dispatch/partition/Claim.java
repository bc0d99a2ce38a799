package io.promo.dispatch.partition;

import java.util.UUID;

/**
 * This process's right to execute a step execution, until a later epoch takes it away.
 *
 * @param epoch the fence
 * @param failures tries so far that could never succeed
 */
public record Claim(long stepExecutionId, UUID runId, int partitionNo, UUID processId, long epoch, int failures) {}
