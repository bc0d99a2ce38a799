package io.promo.acceptance.fault;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds up whoever wants to write into a table of the dispatch database, so that it can be hurt right there. */
final class Door implements AutoCloseable {

    private final String statement;
    private final String table;
    private final Connection connection;
    /** Others do not see whose queries wait. */
    private final JdbcClient superuser;

    private Door(Round round, String statement, String table, Connection connection) {
        this.statement = statement;
        this.superuser = Facts.client(round.stack.jdbcUrl("dispatch"), "postgres");
        this.table = table;
        this.connection = connection;
    }

    /**
     * Holds up whoever would do that.
     *
     * @param statement how its SQL begins, e.g. {@code INSERT INTO}
     */
    static Door before(Round round, String statement, String table) throws SQLException {
        Connection connection = DriverManager.getConnection(round.stack.jdbcUrl("dispatch"), "promo_owner", "");
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE " + table + " IN SHARE MODE");
        }
        return new Door(round, statement, table, connection);
    }

    /** The process that stands before it. */
    UUID waiting() {
        return await("somebody waits to write into " + table)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(this::first, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<UUID> first() {
        return superuser
                .sql("""
                        SELECT application_name::uuid FROM pg_stat_activity a JOIN pg_locks l USING (pid)
                        WHERE NOT l.granted AND l.relation = ?::regclass AND a.query ILIKE '%' || ? || ' ' || ? || '%'
                          AND application_name ~ '^[0-9a-f-]{36}$'
                        LIMIT 1
                        """)
                .params(table, statement, table)
                .query(UUID.class)
                .optional();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
