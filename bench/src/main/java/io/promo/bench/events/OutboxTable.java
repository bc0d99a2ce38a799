package io.promo.bench.events;

import io.promo.bench.client.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A service's table {@code outbox}, as its owner sees it.
 *
 * @param jdbcUrl of the service's database
 * @param user who owns it and needs no password
 */
record OutboxTable(String jdbcUrl, String user) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int LEAST_PER_MILLISECOND = 2;
    private static final Duration POLL = Duration.ofMillis(10);

    /** A customer's change of preferences as inbox-api writes it, of ten thousand customers in no order. */
    private static final String FILL = """
            INSERT INTO outbox (id, lane, aggregatetype, aggregateid, aggregate_version, type, topic, payload)
            SELECT event_id, mod(customer, 64), 'customer', key, n, 'PreferenceChanged', ?,
                   jsonb_build_object(
                       'eventId', event_id, 'eventType', 'PreferenceChanged', 'occurredAt', now(), 'producer', 'inbox-api',
                       'schemaVersion', 1, 'traceId', NULL,
                       'payload', jsonb_build_object('user_id', key, 'version', n, 'unsubscribed', true, 'changed_at', now()))
            FROM (SELECT n, customer, gen_random_uuid() AS event_id,
                         '00000000-0000-4000-8000-' || lpad(to_hex(customer), 12, '0') AS key
                  FROM (SELECT n, mod(hashint4(n)::bigint + 2147483648, 10000) AS customer FROM generate_series(1, ?) n) c) e
            ORDER BY n
            """;

    /**
     * Writes events in one transaction, each customer's in one lane.
     *
     * @return the position of the last, which the relay comes to last
     */
    long fill(String topic, int events) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(FILL)) {
            insert.setString(1, topic);
            insert.setInt(2, events);
            insert.executeUpdate();
            return value(connection, "SELECT max(seq) FROM outbox");
        }
    }

    /**
     * Waits until nothing is left.
     *
     * @param last is looked for first: to find it, or not, costs the server next to nothing; to find nothing at all means to
     *     walk past all that was deleted
     * @param events how many there were
     * @throws StackFailure when something is left after a minute and a millisecond for every other event
     */
    void awaitEmpty(long last, int events) throws SQLException, InterruptedException {
        Duration longest = LONGEST_WAIT.plusMillis(events / LEAST_PER_MILLISECOND);
        long giveUp = System.nanoTime() + longest.toNanos();
        try (Connection connection = connect()) {
            while (value(connection, "SELECT count(*) FROM outbox WHERE seq = " + last) > 0
                    || value(connection, "SELECT count(*) FROM outbox") > 0) {
                if (System.nanoTime() > giveUp) {
                    throw new StackFailure("the outbox was not empty after %d s; see the log of calendar-api"
                            .formatted(longest.toSeconds()));
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        }
    }

    /** Nobody pays for what was deleted before. */
    void vacuum() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM outbox");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, "");
    }

    private static long value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
