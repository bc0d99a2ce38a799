package io.promo.bench.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares the audience in the dispatch database with the messages in the inbox database. The two live in different
 * databases, so both lists are streamed in the order of their key and merged; memory does not grow with the audience.
 *
 * <p>Eligible is who was imported before the run's audience instant, had not unsubscribed by then, and is in one of the
 * rule's segments, countries and locales, where it names any; a locale is for its own subtags, too. Whom the run noted as
 * passed by, as they had unsubscribed by then, is not, though they subscribed again since; a message of theirs is one too
 * many. That is no fault (ADR 16) where a chunk was written again after a crash between its two commits: who unsubscribed in
 * between has the message and is noted all the same.
 */
public final class DeliveryOracle {

    private static final int FETCH_SIZE = 10_000;

    private final String dispatchUrl;
    private final String inboxUrl;
    private final String user;

    /**
     * @param dispatchUrl JDBC URL of the dispatch database
     * @param inboxUrl JDBC URL of the inbox database
     * @param user who may read both without a password
     */
    public DeliveryOracle(String dispatchUrl, String inboxUrl, String user) {
        this.dispatchUrl = dispatchUrl;
        this.inboxUrl = inboxUrl;
        this.user = user;
    }

    /**
     * Counts what was delivered for an event on a local date.
     *
     * @throws SQLException when a database cannot be read
     */
    public Delivery delivery(UUID eventId, LocalDate date) throws SQLException {
        try (Connection dispatch = DriverManager.getConnection(dispatchUrl, user, "");
                Connection inbox = DriverManager.getConnection(inboxUrl, user, "")) {
            dispatch.setAutoCommit(false);
            inbox.setAutoCommit(false);
            long customers = count(dispatch, "SELECT count(*) FROM customer");
            try (PreparedStatement eligible = eligible(dispatch, eventId, date);
                    PreparedStatement sent = sent(inbox, eventId, date)) {
                return merge(customers, new UserIds(eligible), new UserIds(sent));
            }
        }
    }

    /** Messages there are for an event on a local date. */
    public long sent(UUID eventId, LocalDate date) throws SQLException {
        try (Connection inbox = DriverManager.getConnection(inboxUrl, user, "");
                PreparedStatement statement = inbox.prepareStatement(
                        "SELECT count(*) FROM inbox_message JOIN delivery USING (delivery_id) WHERE event_id = ? AND dispatch_date = ?")) {
            statement.setObject(1, eventId);
            statement.setObject(2, date);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static PreparedStatement eligible(Connection dispatch, UUID eventId, LocalDate date) throws SQLException {
        PreparedStatement statement = dispatch.prepareStatement("""
                SELECT c.user_id
                FROM customer c,
                     (SELECT run_id, audience_at,
                             ARRAY(SELECT jsonb_array_elements_text(audience -> 'segments')) AS segments,
                             ARRAY(SELECT jsonb_array_elements_text(audience -> 'countries')) AS countries,
                             ARRAY(SELECT lower(jsonb_array_elements_text(audience -> 'locales'))) AS locales
                      FROM run WHERE event_id = ? AND dispatch_date = ? ORDER BY generation LIMIT 1) r
                WHERE c.imported_at <= r.audience_at
                  AND (c.unsubscribed_at IS NULL OR c.unsubscribed_at > r.audience_at)
                  AND NOT EXISTS (SELECT FROM run_unsubscribed u WHERE u.user_id = c.user_id AND u.run_id = r.run_id)
                  AND (r.segments = '{}' OR c.segments && r.segments)
                  AND (r.countries = '{}' OR c.country = ANY (r.countries))
                  AND (r.locales = '{}' OR EXISTS (SELECT 1 FROM unnest(r.locales) AS wanted
                                                   WHERE lower(c.locale) = wanted
                                                      OR starts_with(lower(c.locale), wanted || '-')))
                ORDER BY c.user_id""");
        statement.setObject(1, eventId);
        statement.setObject(2, date);
        statement.setFetchSize(FETCH_SIZE);
        return statement;
    }

    private static PreparedStatement sent(Connection inbox, UUID eventId, LocalDate date) throws SQLException {
        PreparedStatement statement = inbox.prepareStatement(
                "SELECT m.user_id FROM inbox_message m JOIN delivery USING (delivery_id) WHERE event_id = ? AND dispatch_date = ? ORDER BY m.user_id");
        statement.setObject(1, eventId);
        statement.setObject(2, date);
        statement.setFetchSize(FETCH_SIZE);
        return statement;
    }

    private static Delivery merge(long customers, UserIds eligible, UserIds sent) throws SQLException {
        long missing = 0;
        long duplicates = 0;
        long extra = 0;
        UUID previous = null;
        UUID wanted = eligible.next();
        UUID found = sent.next();
        while (wanted != null || found != null) {
            if (found != null && found.equals(previous)) {
                duplicates++;
                found = sent.next();
                continue;
            }
            int order = compare(wanted, found);
            if (order <= 0) {
                missing += order < 0 ? 1 : 0;
                wanted = eligible.next();
            }
            if (order >= 0) {
                extra += order > 0 ? 1 : 0;
                previous = found;
                found = sent.next();
            }
        }
        return new Delivery(customers, eligible.seen, sent.seen, missing, duplicates, extra);
    }

    /** PostgreSQL's order of uuid, which is that of unsigned bytes; null is past the end. */
    private static int compare(@Nullable UUID left, @Nullable UUID right) {
        if (left == null || right == null) {
            return left == null ? 1 : -1;
        }
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    private static final class UserIds {
        private final ResultSet rows;
        private long seen;

        UserIds(PreparedStatement statement) throws SQLException {
            rows = statement.executeQuery();
        }

        @Nullable
        UUID next() throws SQLException {
            if (!rows.next()) {
                return null;
            }
            seen++;
            return rows.getObject(1, UUID.class);
        }
    }
}
