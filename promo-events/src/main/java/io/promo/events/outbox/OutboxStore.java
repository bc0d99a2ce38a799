package io.promo.events.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code outbox} as the relay uses it.
 *
 * <p>Order per key is the order of {@code seq}, and a record that waits for another try or for a human holds back those
 * behind it and nobody else. {@code seq} is drawn at insertion, not at commit, so a smaller one may become visible after
 * a larger one; not within one aggregate, though, because {@link Outbox#append} is called under the lock of the
 * aggregate's row: the second writer draws its number after the first has committed.
 */
final class OutboxStore {

    /**
     * Makes the planner walk the index on seq and stop at the limit. The table is mostly empty and its statistics say so:
     * left alone, it reads and sorts a whole backlog for every batch (of 50,000 records: 160,000 buffers, not 7,000).
     */
    private static final String IN_ORDER_OF_THE_INDEX = """
            SELECT set_config('enable_seqscan', 'off', true) || set_config('enable_sort', 'off', true)
                || set_config('max_parallel_workers_per_gather', '0', true)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OutboxStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A record to send. */
    record Pending(
            UUID id, String aggregateId, String type, String topic, String payload, int attempts, int refusals) {}

    /** Takes every lane that is free and prolongs those held; by database time. */
    List<Integer> holdLanes(String holder, Duration lease) {
        return jdbc.sql("""
                UPDATE outbox_lane SET holder = :holder, lease_until = now() + make_interval(secs => :seconds)
                WHERE lane IN (SELECT lane FROM outbox_lane
                               WHERE holder = :holder OR lease_until < now() FOR UPDATE SKIP LOCKED)
                RETURNING lane""")
                .param("holder", holder)
                .param("seconds", lease.toSeconds())
                .query(Integer.class)
                .list();
    }

    void releaseLanes(String holder) {
        jdbc.sql("UPDATE outbox_lane SET holder = NULL, lease_until = '-infinity' WHERE holder = ?")
                .param(holder)
                .update();
    }

    /**
     * The oldest records of the lanes that are due and have nothing older of their key waiting: of each key a run without
     * a gap, in order. At most 1,000 records and about 8 MB. Served by {@code outbox_seq}, and {@code outbox_tried} for
     * what waits, which is empty on a good day. The limit is no parameter: for an unknown one the planner sorts it all.
     */
    List<Pending> next(Collection<Integer> lanes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql(IN_ORDER_OF_THE_INDEX).query(String.class).single();
            return selectNext(lanes);
        }));
    }

    private List<Pending> selectNext(Collection<Integer> lanes) {
        return jdbc.sql("""
                SELECT id, aggregate_id, type, topic, payload, attempts, refusals
                FROM (SELECT due.*, sum(length(payload)) OVER (ORDER BY seq) - length(payload) AS characters_before
                      FROM (SELECT o.seq, o.id, o.aggregateid AS aggregate_id, o.type, o.topic, o.payload::text AS payload,
                                   o.attempts, o.refusals
                            FROM outbox o
                            WHERE o.lane = ANY (:lanes) AND o.status = 'PENDING' AND o.next_attempt_at <= now()
                              AND NOT EXISTS (SELECT 1 FROM outbox waiting
                                              WHERE waiting.aggregateid = o.aggregateid AND waiting.seq < o.seq
                                                AND waiting.attempts > 0
                                                AND (waiting.status = 'FAILED' OR waiting.next_attempt_at > now()))
                            ORDER BY o.seq
                            LIMIT 1000) due) bounded
                WHERE characters_before < 8000000
                ORDER BY seq""")
                .param("lanes", lanes.stream().map(Integer::shortValue).toArray(Short[]::new))
                .query(Pending.class)
                .list();
    }

    void delete(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
                    .param(ids.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Notes failed tries and when the next ones are due. */
    void failed(List<Failure> failures) {
        if (!failures.isEmpty()) {
            jdbc.sql("""
                    UPDATE outbox o SET attempts = o.attempts + 1, refusals = o.refusals + f.refused::integer,
                                        status = CASE WHEN f.given_up THEN 'FAILED' ELSE 'PENDING' END, last_error = f.error,
                                        next_attempt_at = now() + f.backoff * interval '1 ms'
                    FROM unnest(:ids::uuid[], :errors::text[], :refused::boolean[], :givenUp::boolean[], :backoffs::bigint[])
                         AS f (id, error, refused, given_up, backoff)
                    WHERE o.id = f.id""")
                    .param("ids", column(failures, it -> it.pending().id(), UUID[]::new))
                    .param("errors", column(failures, Failure::error, String[]::new))
                    .param("refused", column(failures, Failure::refused, Boolean[]::new))
                    .param("givenUp", column(failures, Failure::givenUp, Boolean[]::new))
                    .param("backoffs", column(failures, it -> it.backoff().toMillis(), Long[]::new))
                    .update();
        }
    }

    private static <T> T[] column(List<Failure> failures, Function<Failure, T> value, IntFunction<T[]> array) {
        return failures.stream().map(value).toArray(array);
    }
}
