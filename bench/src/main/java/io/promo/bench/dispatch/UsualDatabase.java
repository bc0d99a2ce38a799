package io.promo.bench.dispatch;

import io.promo.stack.Ports;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The usual way's own database on the same server: the same customers, and messages as a textbook would keep them.
 *
 * @param port the server's
 */
record UsualDatabase(int port) {

    private static final String USER = "postgres";

    private static final String SCHEMA = """
            CREATE TABLE message (
                id            uuid        PRIMARY KEY,
                user_id       uuid        NOT NULL,
                event_id      uuid        NOT NULL,
                dispatch_date date        NOT NULL,
                subject       text        NOT NULL,
                content       text        NOT NULL,
                is_read       boolean     NOT NULL DEFAULT false,
                created_at    timestamptz NOT NULL DEFAULT now(),
                UNIQUE (user_id, event_id, dispatch_date));
            CREATE INDEX message_user ON message (user_id, is_read);
            """;

    static UsualDatabase of(Ports ports) {
        return new UsualDatabase(ports.postgres());
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/usual";
    }

    String user() {
        return USER;
    }

    /** Makes it anew, with a copy of the customers. */
    void create(Customers customers) throws SQLException, IOException {
        try (Connection server =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS usual WITH (FORCE)");
            statement.execute("CREATE DATABASE usual");
        }
        execute(SCHEMA);
        try (Connection connection = connect()) {
            CustomerCopy.make(customers, connection, "customer");
        }
    }

    long count() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM message")) {
            result.next();
            return result.getLong(1);
        }
    }

    void empty() throws SQLException {
        execute("TRUNCATE message");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), USER, "");
    }
}
