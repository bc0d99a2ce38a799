package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Customers.Range;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a database engineer would do: the customers are in the inbox's own database, and a statement for each half of them
 * fills the very table that the platform fills. Two sessions at once, a transaction each: no restart, no progress.
 */
final class SqlContender implements Contender {

    /** In a schema of its own, where the platform does not see it. */
    private static final String SCHEMA = "bench";

    private static final String CUSTOMERS = SCHEMA + ".customer";

    private final Inbox inbox;
    private final String date;
    private final List<Range> halves;

    private SqlContender(Inbox inbox, String date, List<Range> halves) {
        this.inbox = inbox;
        this.date = date;
        this.halves = halves;
    }

    /** Copies the customers into the inbox's database. */
    static SqlContender beside(Inbox inbox, Customers customers, String date, List<Range> halves)
            throws SQLException, IOException {
        try (Connection connection = inbox.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + SCHEMA);
            }
            CustomerCopy.make(customers, connection, CUSTOMERS);
        }
        return new SqlContender(inbox, date, halves);
    }

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public double deliver() throws SQLException, InterruptedException {
        long delivery = inbox.openDelivery(date);
        return TwoThreads.run(halves.stream()
                .map(half -> (TwoThreads.Work) () -> execute(new MessageSql(half, delivery).insert(CUSTOMERS)))
                .toList());
    }

    private void execute(String insert) throws SQLException {
        try (Connection connection = inbox.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(insert);
        }
    }

    @Override
    public long delivered() throws SQLException {
        return inbox.count();
    }

    @Override
    public void empty() throws SQLException, InterruptedException {
        inbox.empty();
    }
}
