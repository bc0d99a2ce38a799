package io.promo.dispatch.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as operators see it.
 *
 * @param reason why it is in its state or makes no progress; null when there is nothing to say
 * @param eligible customers of its audience; null until counted
 * @param delivered eligible rows of committed chunks
 * @param inserted of those, rows that were new in the inbox; less by a chunk for each worker that died between the chunk's
 *     two commits, as the chunk was there when it came again
 * @param unsubscribed customers of its audience who had unsubscribed when their chunk was written, and got nothing; once it is
 *     completed, these and {@code delivered} are all that were eligible. But who subscribes, or leaves a segment, between the
 *     audience instant and their chunk may count either way
 * @param chunksReplayed chunks that met rows that were there
 * @param rateNow rows per second of the last seconds; null unless it is under way
 * @param rateAverage rows per second since it was started; null before
 * @param etaSeconds until its end at the present rate; null when unknown, or when nothing moves
 * @param workersAlive workers that could execute it
 * @param stalledSeconds since its last progress; null unless it is under way
 */
public record RunView(
        UUID runId,
        UUID eventId,
        String title,
        LocalDate dispatchDate,
        int generation,
        RunState state,
        Desired desired,
        @Nullable String reason,
        long eventVersion,
        Instant audienceAt,
        Instant dueAt,
        @Nullable Integer maxRate,
        int attempt,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long eligible,
        long delivered,
        long inserted,
        long unsubscribed,
        Partitions partitions,
        long chunksReplayed,
        @Nullable Long rateNow,
        @Nullable Long rateAverage,
        @Nullable Long etaSeconds,
        int workersAlive,
        @Nullable Long stalledSeconds) {

    /** How many of the run's partitions are in which state. */
    public record Partitions(int total, int queued, int running, int done, int failed) {}
}
