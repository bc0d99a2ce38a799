package io.promo.bench.dispatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * The inbox's table of messages, as its owner sees it.
 *
 * @param jdbcUrl of the inbox database
 * @param user who owns it and needs no password
 */
record Inbox(String jdbcUrl, String user) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, "");
    }

    /** Opens the delivery of a new event on that date, as a run does before it starts; returns its number. */
    long openDelivery(String date) throws SQLException {
        return value("SELECT open_delivery(gen_random_uuid(), '" + date + "')");
    }

    /** Messages there are. */
    long count() throws SQLException {
        return value("SELECT count(*) FROM inbox_message");
    }

    /** Bytes of the indexes of those partitions that hold messages. */
    long indexBytes() throws SQLException {
        return value("""
                SELECT coalesce(sum(pg_indexes_size(relid)), 0)::bigint FROM pg_partition_tree('inbox_message')
                WHERE isleaf AND pg_relation_size(relid) > 0
                """);
    }

    /** Empties the table once inbox-api has vacuumed what the last run brought. */
    void empty() throws SQLException, InterruptedException {
        awaitVacuumed();
        execute("TRUNCATE inbox_message");
    }

    /** Returns once inbox-api has vacuumed what the last run brought. */
    void awaitVacuumed() throws SQLException, InterruptedException {
        // A hint travels from the end of a run to inbox-api.
        TimeUnit.SECONDS.sleep(2);
        while (value(
                        "SELECT (SELECT count(*) FROM partition_vacuum_due) + (SELECT count(*) FROM pg_stat_progress_vacuum)")
                > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long value(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
