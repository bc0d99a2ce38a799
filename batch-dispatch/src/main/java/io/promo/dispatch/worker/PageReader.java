package io.promo.dispatch.worker;

import io.promo.dispatch.audience.EligibleCustomers;
import io.promo.dispatch.message.InboxNumbers;
import io.promo.dispatch.message.MessageRows;
import io.promo.dispatch.partition.Range;
import io.promo.dispatch.run.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a range of eligible customers page by page, in the order of their ids, each page by a binary COPY of its own on
 * a connection of its own, and turns them into messages on the way: whoever has unsubscribed by then gets none. Resumes after the last committed page.
 */
final class PageReader implements ItemStreamReader<MessageRows> {

    private static final String RESUME_AFTER = "resumeAfter";

    private final DataSource dispatch;
    private final DataSource inbox;
    private final Run run;
    private final Range range;
    private final int pageSize;
    private @Nullable MessageRows rows;
    private @Nullable Connection connection;
    private @Nullable UUID resumeAfter;
    private boolean exhausted;

    PageReader(DataSource dispatch, DataSource inbox, Run run, Range range, int pageSize) {
        this.dispatch = dispatch;
        this.inbox = inbox;
        this.run = run;
        this.range = range;
        this.pageSize = pageSize;
    }

    /** Whether the last page has been read. */
    boolean isExhausted() {
        return exhausted;
    }

    @Override
    public void open(ExecutionContext context) {
        resumeAfter = context.containsKey(RESUME_AFTER) ? UUID.fromString(context.getString(RESUME_AFTER)) : null;
        try (Connection numbers = inbox.getConnection()) {
            rows = new MessageRows(run, InboxNumbers.read(numbers, run));
        } catch (SQLException e) {
            throw new ItemStreamException("the inbox does not tell the run's numbers", e);
        }
        try {
            connection = dispatch.getConnection();
        } catch (SQLException e) {
            throw new ItemStreamException("no connection to read customers", e);
        }
    }

    @Override
    public @Nullable MessageRows read() throws SQLException {
        if (exhausted) {
            return null;
        }
        if (connection == null || rows == null) {
            throw new IllegalStateException("not open");
        }
        rows.start();
        copy(connection, rows);
        rows.finish();
        exhausted = rows.customers() < pageSize;
        return rows.customers() == 0 ? null : rows;
    }

    @Override
    public void update(ExecutionContext context) {
        if (rows != null && rows.customers() > 0) {
            resumeAfter = rows.lastUser();
            context.putString(RESUME_AFTER, rows.lastUser().toString());
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new ItemStreamException("connection that read customers did not close", e);
        }
    }

    private void copy(Connection connection, MessageRows rows) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql(rows.customerColumns()));
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                rows.add(row);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Served by customer's primary key: the range is contiguous and read in the key's order. */
    private String sql(String columns) {
        String from = resumeAfter == null ? ">= '" + range.firstUser() : "> '" + resumeAfter;
        return "COPY (SELECT " + columns + " FROM customer WHERE user_id " + from
                + "'::uuid AND user_id <= '" + range.lastUser() + "'::uuid AND "
                + EligibleCustomers.predicate(run.audience(), run.audienceAt())
                + " ORDER BY user_id LIMIT " + pageSize + ") TO STDOUT (FORMAT binary)";
    }
}
