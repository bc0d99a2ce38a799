package io.promo.bench.dispatch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyOutputStream;

/** A contender's own table of the same customers, in key order. It has what a message takes of them, and no more. */
final class CustomerCopy {

    private static final String COLUMNS = "user_id, display_name, unsubscribed";

    private CustomerCopy() {}

    /**
     * Makes the table.
     *
     * @param to a connection of the one who is to own it
     * @param table its name, which is free
     */
    static void make(Customers customers, Connection to, String table) throws SQLException, IOException {
        try (Connection from = customers.connect();
                Statement statement = to.createStatement()) {
            statement.execute("CREATE TABLE " + table
                    + " (user_id uuid PRIMARY KEY, display_name text NOT NULL, unsubscribed boolean NOT NULL)");
            CopyOut out = from.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT " + COLUMNS + " FROM customer ORDER BY user_id) TO STDOUT (FORMAT binary)");
            try (var in = new PGCopyOutputStream(
                    to.unwrap(PGConnection.class), "COPY " + table + " (" + COLUMNS + ") FROM STDIN (FORMAT binary)")) {
                for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                    in.write(row);
                }
            }
            statement.execute("VACUUM ANALYZE " + table);
        }
    }
}
