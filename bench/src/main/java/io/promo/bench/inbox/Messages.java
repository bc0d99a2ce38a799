package io.promo.bench.inbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Fills the inbox as weeks of runs would have: {@value #PER_CUSTOMER} messages for each customer, one every other day, of
 * six events, four of them live, half of the messages read; partitions in the order their runs came, vacuumed.
 *
 * @param jdbcUrl of the inbox database
 * @param user who owns it and needs no password
 */
record Messages(String jdbcUrl, String user) {

    static final int PER_CUSTOMER = 30;

    /** Fills an empty inbox; the shoppers are among its customers. Returns how many messages there are now. */
    long fill(long messages, List<Shopper> shoppers) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE shopper (user_id uuid PRIMARY KEY)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO shopper SELECT unnest(?)")) {
                UUID[] ids = shoppers.stream().map(Shopper::userId).toArray(UUID[]::new);
                insert.setArray(1, connection.createArrayOf("uuid", ids));
                insert.executeUpdate();
            }
            Script.load(connection, "messages.sql", messages / PER_CUSTOMER);
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM inbox_message")) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
