package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Customers.Range;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * COPY out straight into COPY in, half of the customers on each of two threads and in one transaction: no restart, no
 * idempotence, no progress.
 */
final class PipeContender implements Contender {

    private static final int BUFFER = 1 << 16;

    private final Customers customers;
    private final Inbox inbox;
    private final String date;
    private final List<Range> halves;

    PipeContender(Customers customers, Inbox inbox, String date, List<Range> halves) {
        this.customers = customers;
        this.inbox = inbox;
        this.date = date;
        this.halves = halves;
    }

    @Override
    public String name() {
        return "pipe";
    }

    @Override
    public double deliver() throws SQLException, InterruptedException {
        long delivery = inbox.openDelivery(date);
        return TwoThreads.run(halves.stream()
                .map(half -> (TwoThreads.Work) () -> pipe(new MessageSql(half, delivery).copyOut()))
                .toList());
    }

    private void pipe(String select) throws SQLException, IOException {
        try (Connection from = customers.connect();
                Connection to = inbox.connect()) {
            CopyOut out = from.unwrap(PGConnection.class).getCopyAPI().copyOut(select);
            try (var in = new PGCopyOutputStream(to.unwrap(PGConnection.class), MessageSql.COPY_IN, BUFFER)) {
                for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                    in.write(row);
                }
            }
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
