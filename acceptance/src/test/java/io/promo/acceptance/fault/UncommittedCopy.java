package io.promo.acceptance.fault;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/**
 * Keeps a worker's next COPY into the inbox from committing once its rows are in: a deferred trigger waits at the commit,
 * for that worker only. The uncommitted keys are in the way of whoever writes the same rows.
 */
final class UncommittedCopy implements AutoCloseable {

    private static final int LOCK = 4_711;

    private final Connection holder;
    private final Statement statement;

    private UncommittedCopy(Connection holder) throws SQLException {
        this.holder = holder;
        this.statement = holder.createStatement();
    }

    static UncommittedCopy of(Round round, UUID worker) throws SQLException {
        var copy = new UncommittedCopy(DriverManager.getConnection(round.stack.jdbcUrl("inbox"), "postgres", ""));
        copy.statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        copy.statement.execute("""
                CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF current_setting('application_name') = '%s' THEN
                        PERFORM pg_advisory_xact_lock_shared(%d);
                    END IF;
                    RETURN NULL;
                END $$;
                CREATE CONSTRAINT TRIGGER wait_at_commit AFTER INSERT ON inbox_message
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_at_commit();
                """.formatted(worker, LOCK));
        return copy;
    }

    /** Waits until the worker stands at its commit. */
    void awaitHeld() {
        await("the worker stands at its commit")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    try (var waiting = statement.executeQuery("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"
                            + " AND objid = " + LOCK + " AND NOT granted")) {
                        return waiting.next();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        statement.execute("DROP TRIGGER wait_at_commit ON inbox_message; DROP FUNCTION wait_at_commit()");
        holder.close();
    }
}
