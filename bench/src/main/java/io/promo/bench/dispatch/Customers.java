package io.promo.bench.dispatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

    /**
     * Some of the subscribed ones, the same each time, spread over the whole table and in no order that means anything.
     *
     * @param most how many at most
     */
    List<UUID> some(int most) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT user_id FROM customer WHERE NOT unsubscribed ORDER BY hashtext(user_id::text) LIMIT "
                                + most)) {
            List<UUID> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(result.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
