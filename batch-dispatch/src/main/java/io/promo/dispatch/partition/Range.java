package io.promo.dispatch.partition;

import java.util.UUID;

/**
 * A contiguous range of user ids within a run.
 *
 * @param partitionNo from 0
 * @param firstUser inclusive
 * @param lastUser inclusive
 */
public record Range(int partitionNo, UUID firstUser, UUID lastUser) {}
