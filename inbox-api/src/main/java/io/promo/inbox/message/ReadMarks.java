package io.promo.inbox.message;

import io.promo.inbox.badge.UnreadCounts;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Marks messages read and unread. The first reading of each message is counted, by the time it took, exactly once: the row that flips and the
 * counter change in one statement, so racing readers queue on the row and only one of them sees it unread.
 */
@Repository
class ReadMarks {

    /** Messages marked by one {@link #readAll}; far more than anyone has looked at. */
    static final int MARKED_AT_ONCE = 1_000;

    private static final int SHARDS = 16;

    /** Ends the CTE named flipped. Whoever reads for the first time is sorted by how long that took. */
    private static final String FLIPPED = """
            RETURNING d.event_id, d.dispatch_date, old.read_at IS NULL AS first_time,
                width_bucket(extract(epoch FROM m.read_at - m.created_at)::integer, read_bounds()) AS bucket)""";

    /**
     * Follows a CTE named flipped. Rows of the counter are taken in one order by everyone, or two readers could lock each
     * other out.
     */
    private static final String COUNT_FIRST_READS = """
            , counted AS (
                INSERT INTO read_counter (event_id, dispatch_date, bucket, shard, reads)
                SELECT event_id, dispatch_date, bucket, :shard, count(*) FROM flipped WHERE first_time
                GROUP BY event_id, dispatch_date, bucket ORDER BY event_id, dispatch_date, bucket
                ON CONFLICT (event_id, dispatch_date, bucket, shard)
                DO UPDATE SET reads = read_counter.reads + excluded.reads)
            SELECT count(*) FROM flipped""";

    /** Served by the primary key. */
    private static final String READ = """
            WITH flipped AS (
                UPDATE inbox_message m SET is_read = true, read_at = coalesce(m.read_at, now()) FROM delivery d
                WHERE m.user_id = :user AND m.delivery_id = :delivery AND d.delivery_id = :delivery AND NOT m.is_read
                """ + FLIPPED + COUNT_FIRST_READS;

    /** Served by the primary key. */
    private static final String UNREAD = """
            UPDATE inbox_message SET is_read = false WHERE user_id = :user AND delivery_id = :delivery AND is_read""";

    /**
     * Served by the primary key, for each delivery. Rows are locked in list order, whoever asks. What was written since the
     * list was read does not count as seen, wherever it stands: a run takes its place when it begins and may commit long after.
     * What was read before and is unread again was seen; its row is newer than that.
     */
    private static final String READ_ALL =
            """
            WITH due AS (
                SELECT m.delivery_id FROM inbox_message m
                WHERE m.user_id = :user AND NOT m.is_read AND m.delivery_id = ANY (%s)
                  AND (m.read_at IS NOT NULL OR was_visible(m.xmin, :seen::pg_snapshot))
                ORDER BY m.delivery_id DESC LIMIT :limit FOR UPDATE),
            flipped AS (
                UPDATE inbox_message m SET is_read = true, read_at = coalesce(m.read_at, now())
                FROM due JOIN delivery d USING (delivery_id)
                WHERE m.user_id = :user AND m.delivery_id = due.delivery_id AND NOT m.is_read
                """.formatted(UnreadCounts.deliveries("true", ":user")) + FLIPPED + COUNT_FIRST_READS;

    private final JdbcClient jdbc;

    ReadMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the user's message read; the time of the first reading stays. Returns whether it was unread. */
    boolean read(UUID user, long deliveryId) {
        return jdbc.sql(READ)
                        .param("user", user)
                        .param("delivery", deliveryId)
                        .param("shard", anyShard())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Marks the user's message unread; it is not counted again when it is read once more. Returns whether it was read. */
    boolean unread(UUID user, long deliveryId) {
        return jdbc.sql(UNREAD)
                        .param("user", user)
                        .param("delivery", deliveryId)
                        .update()
                > 0;
    }

    /**
     * Marks read what was in the user's inbox in the given snapshot, the newest {@link #MARKED_AT_ONCE} of it at most.
     *
     * @param seen as {@link Messages.Found} has it
     * @return how many were unread
     */
    int readAll(UUID user, String seen) {
        return jdbc.sql(READ_ALL)
                .param("user", user)
                .param("seen", seen)
                .param("limit", MARKED_AT_ONCE)
                .param("shard", anyShard())
                .query(Integer.class)
                .single();
    }

    private static int anyShard() {
        return ThreadLocalRandom.current().nextInt(SHARDS);
    }
}
