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

    /** Newest first, from before {@code cursor}; served by the primary key. */
    List<DeadLetter> page(@Nullable Boolean replayed, @Nullable Long cursor, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE (:replayed::boolean IS NULL OR (replayed_at IS NOT NULL) = :replayed)
                          AND (:cursor::bigint IS NULL OR dead_letter_id < :cursor)
                        ORDER BY dead_letter_id DESC LIMIT :limit
                        """)
                .param("replayed", replayed, Types.BOOLEAN)
                .param("cursor", cursor, Types.BIGINT)
                .param("limit", limit)
                .query(DeadLetterStore::map)
                .list();
    }

    /** Those of the given ids, locked, oldest first. */
    List<DeadLetter> lock(List<Long> ids) {
        return jdbc.sql(SELECT + " WHERE dead_letter_id = ANY (?) ORDER BY dead_letter_id FOR UPDATE")
                .param(ids.toArray(Long[]::new))
                .query(DeadLetterStore::map)
                .list();
    }

    /** Those that were not sent again yet and may be, locked, oldest first. */
    List<DeadLetter> lockWaiting(List<String> topics, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE replayed_at IS NULL AND cut_from IS NULL AND original_topic = ANY (?)
                        ORDER BY dead_letter_id LIMIT ? FOR UPDATE
                        """)
                .params(topics.toArray(String[]::new), limit)
                .query(DeadLetterStore::map)
                .list();
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
