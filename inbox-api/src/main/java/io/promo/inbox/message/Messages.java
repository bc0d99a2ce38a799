package io.promo.inbox.message;

import io.promo.events.message.MessageId;
import io.promo.inbox.badge.UnreadCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads one customer's messages by the primary key (delivery_id, user_id): a look for each delivery that may have brought
 * them one, the newest first and no further than the page is long.
 */
@Repository
class Messages {

    private static final String MESSAGE = """
            SELECT m.delivery_id, m.user_id, d.event_id, d.dispatch_date, m.template_no, m.params, m.is_read, m.read_at,
                   m.created_at, (SELECT pg_current_snapshot()::text) AS seen,
                   CASE WHEN d.%s THEN 'LIVE' WHEN d.live_until = '-infinity' THEN 'CANCELLED' ELSE 'ENDED' END AS state
            FROM inbox_message m JOIN delivery d USING (delivery_id)
            WHERE m.user_id = :user AND m.delivery_id""".formatted(UnreadCounts.LIVE);

    private static final String AFTER = "AND m.delivery_id < :after\n";

    private static final String UNREAD = "AND NOT m.is_read\n";

    private static final String PAGE = "ORDER BY m.delivery_id DESC LIMIT :limit OFFSET :offset";

    static final String ONE = MESSAGE + " = :delivery";

    /** Served by delivery_date: a day's deliveries are few. */
    private static final String OF_DATE = """
            SELECT delivery_id, event_id FROM delivery
            WHERE dispatch_date = :date AND (user_id IS NULL OR user_id = :user) AND delivery_id >= oldest_delivery()""";

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Messages of one moment.
     *
     * @param seen the snapshot they were read in, as {@code pg_snapshot} writes it; null where there are none
     */
    record Found(List<StoredMessage> messages, @Nullable String seen) {}

    /**
     * Newest first.
     *
     * @param after only what comes after this delivery; null: from the start
     * @param offset how many to skip, 0 or more
     * @param limit how many at most, positive
     */
    Found list(UUID user, boolean unreadOnly, @Nullable Long after, long offset, int limit) {
        JdbcClient.StatementSpec query = jdbc.sql(listSql(unreadOnly, after != null))
                .param("user", user)
                .param("limit", limit)
                .param("offset", offset);
        if (after != null) {
            query = query.param("after", after);
        }
        return query.query(Messages::found);
    }

    static String listSql(boolean unreadOnly, boolean after) {
        String which = unreadOnly ? UnreadCounts.LIVE : "true";
        return MESSAGE + " = ANY (" + UnreadCounts.deliveries(which, ":user") + ")\n" + (after ? AFTER : "")
                + (unreadOnly ? UNREAD : "") + PAGE;
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
        return jdbc
                .sql(OF_DATE)
                .param("user", user)
                .param("date", date)
                .query((row, number) -> MessageId.of(user, row.getObject("event_id", UUID.class), date)
                                .equals(messageId)
                        ? Optional.of(row.getLong("delivery_id"))
                        : Optional.<Long>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(delivery -> jdbc.sql(ONE)
                        .param("user", user)
                        .param("delivery", delivery)
                        .query(StoredMessage::of)
                        .optional());
    }

    private static Found found(ResultSet rows) throws SQLException {
        List<StoredMessage> messages = new ArrayList<>();
        String seen = null;
        while (rows.next()) {
            messages.add(StoredMessage.of(rows, messages.size()));
            seen = rows.getString("seen");
        }
        return new Found(messages, seen);
    }
}
