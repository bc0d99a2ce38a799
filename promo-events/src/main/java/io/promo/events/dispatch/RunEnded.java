package io.promo.events.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run has come to its end. A hint that inboxes may have changed, one per run and none per row.
 *
 * @param runId the run
 * @param eventId its event; also the Kafka key
 * @param dispatchDate its local date
 * @param generation 0 for the scheduled run, one more with each forced replay
 * @param state {@code COMPLETED}, {@code STOPPED}, {@code FAILED} or {@code CANCELLED}
 * @param eligible customers eligible at the run's audience instant, as far as the run came
 * @param delivered eligible rows of committed chunks
 * @param inserted rows that were new
 * @param endedAt when, by the dispatch database's clock
 */
public record RunEnded(
        UUID runId,
        UUID eventId,
        LocalDate dispatchDate,
        int generation,
        String state,
        long eligible,
        long delivered,
        long inserted,
        Instant endedAt) {}
