package io.promo.events.outbox;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outbox} as operators use it. */
final class OutboxRecords {

    private final JdbcClient jdbc;

    OutboxRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the outbox, after the given position; served by {@code outbox_seq}. */
    List<OutboxRecord> list(OutboxRecord.@Nullable Status status, long after, int limit) {
        return jdbc.sql("""
                SELECT seq, id, type, topic, aggregateid AS aggregate_id, status, attempts, next_attempt_at, last_error,
                       created_at
                FROM outbox WHERE seq > :after AND (:status::text IS NULL OR status = :status)
                ORDER BY seq LIMIT :limit""")
                .param("after", after)
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .query(OutboxRecord.class)
                .list();
    }

    /** How many are FAILED: all, or of those named. */
    int failed(@Nullable Collection<UUID> ids) {
        return jdbc.sql("""
                SELECT count(*) FROM outbox WHERE status = 'FAILED' AND (:ids::uuid[] IS NULL OR id = ANY (:ids::uuid[]))""").param("ids", array(ids)).query(Integer.class).single();
    }

    /** Makes FAILED records due again: all, or those named. Returns how many. */
    int replay(@Nullable Collection<UUID> ids) {
        return jdbc.sql("""
                UPDATE outbox SET status = 'PENDING', attempts = 0, refusals = 0, next_attempt_at = now()
                WHERE status = 'FAILED' AND (:ids::uuid[] IS NULL OR id = ANY (:ids::uuid[]))""").param("ids", array(ids)).update();
    }

    private static UUID @Nullable [] array(@Nullable Collection<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }
}
