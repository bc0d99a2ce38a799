package io.promo.bench.stack;

import io.promo.bench.client.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The PostgreSQL server of the bench's stack, as its superuser sees it.
 *
 * @param port where it listens on 127.0.0.1
 */
public record Server(int port) {

    /** No measurement pays for what came before it: everything dirty is on disk, and no WAL file is still to be made. */
    public void settle() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** Bytes of WAL written so far, by whomever. */
    public long walBytes() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")) {
            result.next();
            return result.getLong(1);
        }
    }

    /**
     * What says that a commit is durable, and on what machine.
     *
     * @throws StackFailure when it is not: figures of such a server mean nothing
     */
    public Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT name, current_setting(name) FROM pg_settings
                        WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version', 'shared_buffers',
                                       'max_wal_size', 'wal_level')
                        """)) {
            while (result.next()) {
                settings.put(result.getString(1), result.getString(2));
            }
        }
        for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!"on".equals(settings.get(durable))) {
                throw new StackFailure("the server's " + durable + " is not on");
            }
        }
        settings.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        settings.put("java", System.getProperty("java.runtime.version"));
        settings.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return settings;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }
}
