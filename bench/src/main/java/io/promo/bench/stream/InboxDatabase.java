package io.promo.bench.stream;

import io.promo.stack.Status;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What the inbox database has done, by PostgreSQL's own statistics.
 *
 * @param atNanos when this was read, as {@link System#nanoTime} counts
 * @param transactions which are statements: inbox-api commits each by itself
 * @param activeMs time its sessions spent executing
 */
record InboxDatabase(long atNanos, long transactions, double activeMs) {

    /** An idle session adds what it has done after ten seconds at the latest. */
    private static final int ADDED_AFTER_SECONDS = 11;

    /** What has been done up to now; takes some seconds. */
    static InboxDatabase soFar(Status.Database inbox) throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(ADDED_AFTER_SECONDS);
        try (Connection connection = DriverManager.getConnection(inbox.jdbcUrl(), inbox.user(), "");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT xact_commit, active_time FROM pg_stat_database WHERE datname = current_database()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new InboxDatabase(System.nanoTime(), row.getLong(1), row.getDouble(2));
        }
    }

    /** What was done since, less what would have been done anyway: at the rate between {@code quiet} and that. */
    Report.DatabaseWork since(InboxDatabase before, InboxDatabase quiet) {
        double share = (double) (atNanos - before.atNanos) / (before.atNanos - quiet.atNanos);
        return Report.DatabaseWork.of(
                transactions - before.transactions - (before.transactions - quiet.transactions) * share,
                activeMs - before.activeMs - (before.activeMs - quiet.activeMs) * share);
    }

    /** Ids of that many subscribed customers from all over the dispatch database, never the same twice. */
    static List<UUID> customers(Status.Database dispatch, int count) throws SQLException {
        try (Connection connection = DriverManager.getConnection(dispatch.jdbcUrl(), dispatch.user(), "");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT user_id FROM customer WHERE NOT unsubscribed ORDER BY md5(user_id::text) LIMIT ?")) {
            statement.setInt(1, count);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }
}
