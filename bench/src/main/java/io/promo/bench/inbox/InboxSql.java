package io.promo.bench.inbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.promo.sql.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The inbox by the statements that inbox-api runs, as its user and through a pool configured like its own: {@code
 * io.promo.inbox.message.Messages}, {@code io.promo.inbox.badge.UnreadCounts} and {@code application.yaml} there. {@link
 * InboxBench} checks that the answers are the same.
 */
final class InboxSql implements AutoCloseable {

    /** Messages on a page. */
    static final int PAGE_LENGTH = 20;

    private static final int COUNTED = 100;

    /** {@code Messages.listSql(false, false)}; inbox-api fetches one more than it shows. */
    private static final String LIST = """
            SELECT m.delivery_id, m.user_id, d.event_id, d.dispatch_date, m.template_no, m.params, m.is_read, m.read_at,
                   m.created_at, (SELECT pg_current_snapshot()::text) AS seen,
                   CASE WHEN d.live_until >= now() THEN 'LIVE' WHEN d.live_until = '-infinity' THEN 'CANCELLED' ELSE 'ENDED' END AS state
            FROM inbox_message m JOIN delivery d USING (delivery_id)
            WHERE m.user_id = ? AND m.delivery_id = ANY (((ARRAY(SELECT delivery_id FROM delivery WHERE user_id IS NULL AND delivery_id >= oldest_delivery() AND true))
             || ARRAY(SELECT delivery_id FROM delivery WHERE user_id = ? AND delivery_id >= oldest_delivery() AND true)))
            ORDER BY m.delivery_id DESC LIMIT ? OFFSET ?""";

    /** {@code UnreadCounts.OF_ONE}; it counts one further than it shows. */
    private static final String UNREAD_COUNT = """
            SELECT count(*) FROM (
                SELECT FROM inbox_message m WHERE m.user_id = ? AND NOT m.is_read AND m.delivery_id = ANY (((ARRAY(SELECT delivery_id FROM delivery WHERE user_id IS NULL AND delivery_id >= oldest_delivery() AND live_until >= now()))
             || ARRAY(SELECT delivery_id FROM delivery WHERE user_id = ? AND delivery_id >= oldest_delivery() AND live_until >= now())))
                LIMIT ?) AS unread""";

    private final HikariDataSource pool;

    /** @param jdbcUrl of the inbox database, which asks for no password */
    InboxSql(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(Role.INBOX.userName());
        config.setPassword("");
        config.setConnectionInitSql("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan");
        pool = new HikariDataSource(config);
    }

    /** Connections at most. */
    int connections() {
        return pool.getMaximumPoolSize();
    }

    void askList(Shopper shopper) throws SQLException {
        list(shopper);
    }

    void askUnreadCount(Shopper shopper) throws SQLException {
        unreadCount(shopper);
    }

    /** Event and date of the messages on the first page; all columns are taken out of the result. */
    List<String> list(Shopper shopper) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setObject(1, shopper.userId());
            statement.setObject(2, shopper.userId());
            statement.setInt(3, PAGE_LENGTH + 1);
            statement.setLong(4, 0);
            List<String> ids = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ids.add(read(result).message());
                }
            }
            return ids.size() > PAGE_LENGTH ? ids.subList(0, PAGE_LENGTH) : ids;
        }
    }

    int unreadCount(Shopper shopper) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(UNREAD_COUNT)) {
            statement.setObject(1, shopper.userId());
            statement.setObject(2, shopper.userId());
            statement.setInt(3, COUNTED + 1);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return Math.min(result.getInt(1), COUNTED);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** A message as the database knows it; some of it may be null. */
    private record Row(String message, List<Object> rest) {}

    private static Row read(ResultSet row) throws SQLException {
        List<Object> rest = new ArrayList<>(9);
        rest.add(row.getObject("user_id", UUID.class));
        rest.add(row.getLong("delivery_id"));
        rest.add(row.getInt("template_no"));
        rest.add(row.getString("params"));
        rest.add(row.getBoolean("is_read"));
        rest.add(row.getObject("read_at", OffsetDateTime.class));
        rest.add(row.getObject("created_at", OffsetDateTime.class));
        rest.add(row.getString("seen"));
        rest.add(row.getString("state"));
        return new Row(
                row.getObject("event_id", UUID.class) + " " + row.getObject("dispatch_date", LocalDate.class), rest);
    }
}
