package io.promo.bench.dispatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * The table of customers, as its owner sees it.
 *
 * @param jdbcUrl of the dispatch database
 * @param user who owns it and needs no password
 */
record Customers(String jdbcUrl, String user) {

    /** A range of user ids, both inclusive. */
    record Range(UUID first, UUID last) {}

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, "");
    }

    /** Subscribed customers in two ranges of about the same size. */
    List<Range> halves() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT min(user_id::text)::uuid, max(user_id::text)::uuid FROM (
                            SELECT user_id, ntile(2) OVER (ORDER BY user_id) AS half FROM customer WHERE NOT unsubscribed) c
                        GROUP BY half ORDER BY half
                        """)) {
            result.next();
            Range lower = new Range(result.getObject(1, UUID.class), result.getObject(2, UUID.class));
            result.next();
            return List.of(lower, new Range(result.getObject(1, UUID.class), result.getObject(2, UUID.class)));
        }
    }

    /** COPY of a range's messages of one event, as {@link Inbox#COPY_IN} takes them. */
    static String messages(Range range, UUID eventId, String date, UUID templateId) {
        return """
                COPY (SELECT uuidv7(), user_id, '%s'::uuid, '%s'::date, '%s'::uuid, ARRAY[display_name] FROM customer
                      WHERE NOT unsubscribed AND user_id BETWEEN '%s' AND '%s' ORDER BY user_id)
                TO STDOUT (FORMAT binary)
                """.formatted(eventId, date, templateId, range.first(), range.last());
    }
}
