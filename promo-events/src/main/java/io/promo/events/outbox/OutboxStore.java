package io.promo.events.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code outbox} as the relay and operators use it.
 *
 * <p>Order per key: only the oldest record of an aggregate is ever handed out, so a record that fails, waits or is in
 * flight holds back its own key and nothing else. {@code seq} is drawn at insertion, not at commit; a smaller one may
 * therefore become visible after a larger one, but not within one aggregate, because writers of an aggregate's events
 * hold the lock of its row.
 */
final class OutboxStore {

    /** Tries of a record that can never be sent before it is FAILED. */
    static final int MOST_ATTEMPTS = 5;

    private static final String REPLAYABLE = "status = 'FAILED' AND (:ids::uuid[] IS NULL OR id = ANY (:ids::uuid[]))";

    private static final Duration LEASE = Duration.ofSeconds(15);

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
    record Pending(UUID id, String aggregateId, String type, String topic, String payload, int attempts) {}

    /** Takes every lane that is free and prolongs those held; by database time, for {@link #LEASE}. */
    List<Integer> holdLanes(String holder) {
        return jdbc.sql("""
                UPDATE outbox_lane SET holder = :holder, lease_until = now() + make_interval(secs => :seconds)
                WHERE lane IN (SELECT lane FROM outbox_lane
                               WHERE holder = :holder OR lease_until < now() FOR UPDATE SKIP LOCKED)
                RETURNING lane""")
                .param("holder", holder)
                .param("seconds", LEASE.toSeconds())
                .query(Integer.class)
                .list();
    }

    void releaseLanes(String holder) {
        jdbc.sql("UPDATE outbox_lane SET holder = NULL, lease_until = '-infinity' WHERE holder = ?")
                .param(holder)
                .update();
    }

    /** The oldest record of each aggregate in the lanes, where it is due; served by the indexes on seq and (aggregateid, seq). */
    List<Pending> heads(Collection<Integer> lanes, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql(IN_ORDER_OF_THE_INDEX).query(String.class).single();
            return selectHeads(lanes, limit);
        }));
    }

    private List<Pending> selectHeads(Collection<Integer> lanes, int limit) {
        return jdbc.sql("""
                SELECT o.id, o.aggregateid AS aggregate_id, o.type, o.topic, o.payload::text AS payload, o.attempts
                FROM outbox o
                WHERE o.lane = ANY (:lanes) AND o.status = 'PENDING' AND o.next_attempt_at <= now()
                  AND NOT EXISTS (SELECT 1 FROM outbox older
                                  WHERE older.aggregateid = o.aggregateid AND older.seq < o.seq)
                ORDER BY o.seq
                LIMIT :limit""")
                .param("lanes", lanes.stream().map(Integer::shortValue).toArray(Short[]::new))
                .param("limit", limit)
                .query(Pending.class)
                .list();
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .update();
    }

    /** Notes a failed try and when the next one is due. */
    void failed(Pending pending, String error, Duration backoff, boolean givenUp) {
        jdbc.sql("""
                UPDATE outbox SET attempts = attempts + 1, last_error = left(:error, 1000), status = :status,
                                  next_attempt_at = now() + make_interval(secs => :seconds)
                WHERE id = :id""")
                .param("error", error)
                .param("status", givenUp ? "FAILED" : "PENDING")
                .param("seconds", backoff.toMillis() / 1000.0)
                .param("id", pending.id())
                .update();
    }

    List<OutboxRecord> list(@Nullable String status, int limit) {
        return jdbc.sql("""
                SELECT id, type, topic, aggregateid AS aggregate_id, status, attempts, next_attempt_at, last_error, created_at
                FROM outbox WHERE :status::text IS NULL OR status = :status ORDER BY seq LIMIT :limit""")
                .param("status", status)
                .param("limit", limit)
                .query(OutboxRecord.class)
                .list();
    }

    /** How many records {@link #replay} would make due again. */
    int replayable(@Nullable Collection<UUID> ids) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE " + REPLAYABLE)
                .param("ids", ids == null ? null : ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** Makes FAILED records due again: all, or those named. Returns how many. */
    int replay(@Nullable Collection<UUID> ids) {
        return jdbc.sql("UPDATE outbox SET status = 'PENDING', attempts = 0, next_attempt_at = now() WHERE "
                        + REPLAYABLE)
                .param("ids", ids == null ? null : ids.toArray(UUID[]::new))
                .update();
    }
}
