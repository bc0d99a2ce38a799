package io.promo.dispatch.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of dead letters. */
@Repository
class DeadLetterStore {

    /** Served by the unique key: a record read twice is kept once. */
    private static final String INSERT = """
            INSERT INTO dead_letter (topic, kafka_partition, kafka_offset, original_topic, original_partition,
                                     original_offset, key, value, cause, cut_from)
            VALUES (:topic, :partition, :offset, :originalTopic, :originalPartition, :originalOffset, :key, :value, :cause,
                    :cutFrom)
            ON CONFLICT DO NOTHING
            """;

    private static final String SELECT = """
            SELECT dead_letter_id, original_topic, original_partition, original_offset, key, value, cause, cut_from,
                   received_at, replayed_at, replayed_by
            FROM dead_letter
            """;

    private static final String PAGE = """
            WITH found AS (
                SELECT *, octet_length(coalesce(value, '')) AS bytes FROM dead_letter
                WHERE (:replayed::boolean IS NULL OR (replayed_at IS NOT NULL) = :replayed)
                  AND (:cursor::bigint IS NULL OR dead_letter_id < :cursor)
                ORDER BY dead_letter_id DESC LIMIT :limit + 1),
            sized AS (
                SELECT *, count(*) OVER () AS found, sum(bytes) OVER (ORDER BY dead_letter_id DESC) - bytes AS before
                FROM found)
            SELECT * FROM sized WHERE before < :most ORDER BY dead_letter_id DESC LIMIT :limit
            """;

    /** Of values in an answer, beside the last of them. */
    private static final int MOST_BYTES = 2_000_000;

    /** About the longest record that Kafka takes. */
    private static final int LONGEST_BYTES = 1_048_576;

    /** Dead letters, and whether there are more. */
    record Page(List<DeadLetter> items, boolean more) {}

    /** @param found how many there are, up to one more than are wanted */
    private record Found(DeadLetter letter, long found) {}

    private final JdbcClient jdbc;

    DeadLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ConsumerRecord<String, String> record, Origin origin) {
        jdbc.sql(INSERT)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("originalTopic", origin.topic())
                .param("originalPartition", origin.partition())
                .param("originalOffset", origin.offset())
                .param("key", storable(record.key()), Types.VARCHAR)
                .param("value", storable(record.value()), Types.VARCHAR)
                .param("cause", storable(origin.cause()), Types.VARCHAR)
                .param("cutFrom", origin.cutFrom(), Types.INTEGER)
                .update();
    }

    /**
     * Newest first, from before {@code cursor}; served by the primary key. A page ends early with the value that fills it.
     */
    Page page(@Nullable Boolean replayed, @Nullable Long cursor, int limit) {
        List<Found> found = jdbc.sql(PAGE)
                .param("replayed", replayed, Types.BOOLEAN)
                .param("cursor", cursor, Types.BIGINT)
                .param("limit", limit)
                .param("most", MOST_BYTES)
                .query((row, number) -> new Found(map(row, number), row.getLong("found")))
                .list();
        boolean more = !found.isEmpty() && found.get(0).found() > found.size();
        return new Page(found.stream().map(Found::letter).toList(), more);
    }

    /** Those of the given ids, locked, oldest first. */
    List<DeadLetter> lock(List<Long> ids) {
        return jdbc.sql(SELECT + " WHERE dead_letter_id = ANY (?) ORDER BY dead_letter_id FOR UPDATE")
                .param(ids.toArray(Long[]::new))
                .query(DeadLetterStore::map)
                .list();
    }

    /** Those that were not sent again yet and may be, locked, oldest first; no more than fill an answer. */
    List<DeadLetter> lockWaiting(List<String> topics, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE dead_letter_id IN (
                            SELECT dead_letter_id FROM (
                                SELECT dead_letter_id,
                                       sum(octet_length(value)) OVER (ORDER BY dead_letter_id)
                                           - octet_length(value) AS before
                                FROM (SELECT dead_letter_id, coalesce(value, '') AS value FROM dead_letter
                                      WHERE replayed_at IS NULL AND cut_from IS NULL AND original_topic = ANY (:topics)
                                      ORDER BY dead_letter_id LIMIT :limit) AS waiting) AS sized
                            WHERE before < :most)
                          AND replayed_at IS NULL
                        ORDER BY dead_letter_id FOR UPDATE
                        """)
                .param("topics", topics.toArray(String[]::new))
                .param("limit", limit)
                .param("most", MOST_BYTES)
                .query(DeadLetterStore::map)
                .list();
    }

    /** Whether the values of the given ones are more than one answer may have. */
    boolean isTooMuch(List<Long> ids) {
        return jdbc.sql(
                        "SELECT coalesce(sum(octet_length(value)), 0) > ? FROM dead_letter WHERE dead_letter_id = ANY (?)")
                .params(MOST_BYTES + LONGEST_BYTES, ids.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    void markReplayed(List<DeadLetter> letters, String by) {
        jdbc.sql("UPDATE dead_letter SET replayed_at = now(), replayed_by = ? WHERE dead_letter_id = ANY (?)")
                .params(by, letters.stream().map(DeadLetter::id).toArray(Long[]::new))
                .update();
    }

    /** PostgreSQL's text takes every character but this one. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static DeadLetter map(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("dead_letter_id"),
                row.getString("original_topic"),
                row.getInt("original_partition"),
                row.getLong("original_offset"),
                row.getString("key"),
                row.getString("value"),
                row.getString("cause"),
                row.getObject("cut_from", Integer.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("replayed_at", OffsetDateTime.class)),
                row.getString("replayed_by"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
