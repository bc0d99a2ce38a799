package io.promo.bench.inbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fills an empty inbox as {@value #RUNS} runs would have, as many as the retention of ninety days holds of five a day;
 * each customer has a message of each. They are five events at a time, of nine days each.
 *
 * @param jdbcUrl of the inbox database
 * @param user who owns it and needs no password
 */
public record RunsWithinRetention(String jdbcUrl, String user) {

    public static final int RUNS = 450;

    /** Returns the customers there are now, in no order that means anything. */
    public List<UUID> fill(int customers) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, "")) {
            Script.load(connection, "runs.sql", customers);
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("SELECT user_id FROM customer ORDER BY hashtext(user_id::text)")) {
                List<UUID> ids = new ArrayList<>();
                while (result.next()) {
                    ids.add(result.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }
}
