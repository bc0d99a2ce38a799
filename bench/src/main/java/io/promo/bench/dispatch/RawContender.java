package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Customers.Range;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** COPY in from memory, half of the rows on each of two threads: what the table can take in at most. */
final class RawContender implements Contender {

    private static final int BLOCK = 1 << 20;

    private final Customers customers;
    private final Inbox inbox;
    private final String date;
    private final List<Range> halves;
    private List<List<byte[]>> rows = List.of();

    RawContender(Customers customers, Inbox inbox, String date, List<Range> halves) {
        this.customers = customers;
        this.inbox = inbox;
        this.date = date;
        this.halves = halves;
    }

    @Override
    public String name() {
        return "raw";
    }

    /** Reads the rows of another event into memory, in blocks of about a mebibyte. */
    @Override
    public void prepare() throws SQLException, IOException {
        long delivery = inbox.openDelivery(date);
        // Or there would be two events' worth of them for a while.
        rows = List.of();
        List<List<byte[]>> read = new ArrayList<>();
        try (Connection connection = customers.connect()) {
            for (Range half : halves) {
                read.add(blocks(connection, new MessageSql(half, delivery).copyOut()));
            }
        }
        rows = read;
    }

    private static List<byte[]> blocks(Connection connection, String select) throws SQLException, IOException {
        List<byte[]> blocks = new ArrayList<>();
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(select);
        var block = new ByteArrayOutputStream(BLOCK + 4_096);
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            block.write(row);
            if (block.size() >= BLOCK) {
                blocks.add(block.toByteArray());
                block.reset();
            }
        }
        blocks.add(block.toByteArray());
        return blocks;
    }

    @Override
    public double deliver() throws SQLException, InterruptedException {
        return TwoThreads.run(
                rows.stream().map(half -> (TwoThreads.Work) () -> write(half)).toList());
    }

    private void write(List<byte[]> blocks) throws SQLException {
        try (Connection connection = inbox.connect()) {
            CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(MessageSql.COPY_IN);
            for (byte[] block : blocks) {
                in.writeToCopy(block, 0, block.length);
            }
            in.endCopy();
        }
    }

    @Override
    public long delivered() throws SQLException {
        return inbox.count();
    }

    @Override
    public void empty() throws SQLException, InterruptedException {
        inbox.empty();
        rows = List.of();
    }
}
