package io.promo.inbox.message;

import io.promo.events.message.MessageId;
import io.promo.inbox.badge.UnreadCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads one customer's messages. Each query is served by the primary key (user_id, event_id, dispatch_date) INCLUDE
 * (is_read) of the partitions that the retention keeps; the others are pruned when the query starts.
 */
@Repository
class Messages {

    private static final String MESSAGE = """
            SELECT m.message_id, m.event_id, m.dispatch_date, m.template_id, m.params, m.is_read, m.read_at, m.created_at,
                   CASE WHEN %s THEN 'LIVE' WHEN s.status = 'CANCELLED' THEN 'CANCELLED' ELSE 'ENDED' END AS state
            FROM message m LEFT JOIN event_state s ON s.event_id = m.event_id
            WHERE m.user_id = :user AND m.dispatch_date >= %s
            """.formatted(UnreadCounts.LIVE, UnreadCounts.OLDEST_KEPT);

    private static final String AFTER = """
            AND m.dispatch_date <= :afterDate AND (m.dispatch_date < :afterDate OR m.event_id < :afterEvent)
            """;

    private static final String UNREAD = "AND NOT m.is_read AND " + UnreadCounts.LIVE + "\n";

    private static final String PAGE = "ORDER BY m.dispatch_date DESC, m.event_id DESC LIMIT :limit OFFSET :offset";

    /** Touches one partition: the date comes out of the id. */
    static final String ONE = MESSAGE + "AND m.dispatch_date = :date AND m.message_id = :id";

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param after only what comes after this place; null: from the start
     * @param offset how many to skip, 0 or more
     * @param limit how many at most, positive
     */
    List<StoredMessage> list(UUID user, boolean unreadOnly, @Nullable Position after, long offset, int limit) {
        JdbcClient.StatementSpec query = jdbc.sql(listSql(unreadOnly, after != null))
                .param("user", user)
                .param("limit", limit)
                .param("offset", offset);
        if (after != null) {
            query = query.param("afterDate", after.dispatchDate()).param("afterEvent", after.eventId());
        }
        return query.query(StoredMessage::of).list();
    }

    static String listSql(boolean unreadOnly, boolean after) {
        return MESSAGE + (after ? AFTER : "") + (unreadOnly ? UNREAD : "") + PAGE;
    }

    /** The user's message of that id; empty when there is none, it is another's, or it is older than what is kept. */
    Optional<StoredMessage> find(UUID user, UUID messageId) {
        if (!MessageId.isMessageId(messageId)) {
            return Optional.empty();
        }
        LocalDate date = MessageId.dispatchDate(messageId);
        // A made-up id can name a date that PostgreSQL does not know.
        if (date.getYear() < 1 || date.getYear() > 9999) {
            return Optional.empty();
        }
        return jdbc.sql(ONE)
                .param("user", user)
                .param("date", date)
                .param("id", messageId)
                .query(StoredMessage::of)
                .optional();
    }
}
