package io.promo.events.dispatch;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Asks a worker to execute one partition of a run. Travels on {@code promotion.dispatch} without an envelope: it is a
 * command between processes of one service, and the job repository, not this record, holds the truth.
 *
 * @param eventId the event
 * @param dispatchDate the run's local date
 * @param runId the run
 * @param partitionNo number of the partition within the run, from 0
 * @param firstUser first user id of the range, inclusive; also the Kafka key
 * @param lastUser last user id of the range, inclusive
 * @param stepName the worker step's bean name
 * @param stepExecutionId the step execution to run
 */
public record DispatchRequest(
        UUID eventId,
        LocalDate dispatchDate,
        UUID runId,
        int partitionNo,
        UUID firstUser,
        UUID lastUser,
        String stepName,
        long stepExecutionId) {}
