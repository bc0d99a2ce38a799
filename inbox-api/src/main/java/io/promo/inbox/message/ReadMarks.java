package io.promo.inbox.message;

import io.promo.events.message.MessageId;
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
            RETURNING m.event_id, m.dispatch_date, old.read_at IS NULL AS first_time,
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

    /** Served by the primary key of the one partition that the id's date names. */
    private static final String READ = """
            WITH flipped AS (
                UPDATE message m SET is_read = true, read_at = coalesce(m.read_at, now())
                WHERE m.user_id = :user AND m.dispatch_date = :date AND m.message_id = :id AND NOT m.is_read
                """ + FLIPPED + COUNT_FIRST_READS;

    /** Served by the primary key of the one partition that the id's date names. */
    private static final String UNREAD = """
            UPDATE message SET is_read = false
            WHERE user_id = :user AND dispatch_date = :date AND message_id = :id AND is_read""";

    /** Served by the primary keys of the partitions kept. Rows are locked in list order, whoever asks. */
    private static final String READ_ALL = """
            WITH due AS (
                SELECT event_id, dispatch_date FROM message
                WHERE user_id = :user AND NOT is_read AND dispatch_date >= %s
                  AND dispatch_date <= :date AND (dispatch_date < :date OR event_id <= :event)
                ORDER BY dispatch_date DESC, event_id DESC LIMIT :limit FOR UPDATE),
            flipped AS (
                UPDATE message m SET is_read = true, read_at = coalesce(m.read_at, now()) FROM due
                WHERE m.user_id = :user AND m.event_id = due.event_id AND m.dispatch_date = due.dispatch_date
                  AND m.dispatch_date >= %1$s AND m.dispatch_date <= :date AND NOT m.is_read
                """.formatted(UnreadCounts.OLDEST_KEPT) + FLIPPED + COUNT_FIRST_READS;

    private final JdbcClient jdbc;

    ReadMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the user's message read; the time of the first reading stays. Returns whether it was unread. */
    boolean read(UUID user, UUID messageId) {
        return jdbc.sql(READ)
                        .param("user", user)
                        .param("date", MessageId.dispatchDate(messageId))
                        .param("id", messageId)
                        .param("shard", anyShard())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Marks the user's message unread; it is not counted again when it is read once more. Returns whether it was read. */
    boolean unread(UUID user, UUID messageId) {
        return jdbc.sql(UNREAD)
                        .param("user", user)
                        .param("date", MessageId.dispatchDate(messageId))
                        .param("id", messageId)
                        .update()
                > 0;
    }

    /**
     * Marks read what the user's list shows from the given place downwards, at most {@link #MARKED_AT_ONCE} of it; what
     * came in above it since stays unread.
     *
     * @return how many were unread
     */
    int readAll(UUID user, Position newestShown) {
        return jdbc.sql(READ_ALL)
                .param("user", user)
                .param("date", newestShown.dispatchDate())
                .param("event", newestShown.eventId())
                .param("limit", MARKED_AT_ONCE)
                .param("shard", anyShard())
                .query(Integer.class)
                .single();
    }

    private static int anyShard() {
        return ThreadLocalRandom.current().nextInt(SHARDS);
    }
}
