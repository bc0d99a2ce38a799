package io.promo.dispatch.worker;

import io.promo.dispatch.message.MessageRows;
import io.promo.dispatch.partition.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLState;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Writes pages into the inbox by direct binary COPY and commits each on its own connection, before the chunk's metadata
 * is: a crash between the two replays one page into the unique key. A page that meets rows that are there is written
 * again through a temporary table, which leaves them as they are; only such pages pay for it.
 */
final class InboxWriter implements ItemStreamWriter<MessageRows> {

    private static final String COPY = "COPY inbox_message (" + MessageRows.COLUMNS + ") FROM STDIN (FORMAT binary)";
    private static final String REPLAY_TABLE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS replay (
                delivery_id bigint, user_id uuid, template_no integer, params text)
                ON COMMIT DELETE ROWS
            """;
    private static final String REPLAY_COPY = "COPY replay (" + MessageRows.COLUMNS + ") FROM STDIN (FORMAT binary)";
    /** Without a conflict target: naming one takes the right to read inbox_message, which workers do not have. */
    private static final String REPLAY = "INSERT INTO inbox_message (" + MessageRows.COLUMNS + ") SELECT "
            + MessageRows.COLUMNS + " FROM replay ORDER BY user_id ON CONFLICT DO NOTHING";

    private final DataSource inbox;
    private final Execution execution;
    private @Nullable Connection connection;

    InboxWriter(DataSource inbox, Execution execution) {
        this.inbox = inbox;
        this.execution = execution;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            connection = inbox.getConnection();
        } catch (SQLException e) {
            throw new ItemStreamException("no connection to the inbox", e);
        }
    }

    @Override
    public void write(Chunk<? extends MessageRows> chunk) throws SQLException {
        for (MessageRows page : chunk) {
            execution.wrote(write(page));
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new ItemStreamException("connection to the inbox did not close", e);
        }
    }

    private Progress write(MessageRows page) throws SQLException {
        if (connection == null) {
            throw new IllegalStateException("not open");
        }
        try {
            long inserted = page.rows() == 0 ? 0 : copy(connection, COPY, page);
            return new Progress(page.rows(), inserted, page.unsubscribed(), 1, 0, page.lastUser());
        } catch (SQLException e) {
            if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                throw e;
            }
            return new Progress(page.rows(), replay(connection, page), page.unsubscribed(), 1, 1, page.lastUser());
        }
    }

    private static long replay(Connection connection, MessageRows page) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(REPLAY_TABLE);
            copy(connection, REPLAY_COPY, page);
            long inserted = statement.executeLargeUpdate(REPLAY);
            connection.commit();
            return inserted;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static long copy(Connection connection, String sql, MessageRows page) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(page.bytes(), 0, page.length());
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
