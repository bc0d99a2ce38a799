package io.promo.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Copies the messages of earlier builds to where this build has them (V104 of the inbox's migrations), in short transactions and
 * while processes of those builds read and write. May end at any time; the next one goes on where it was.
 */
final class MessageCopy {

    /** About 100,000 messages, a second or two. */
    private static final int PAGES = 2_000;

    private final DataSource inbox;

    MessageCopy(DataSource inbox) {
        this.inbox = inbox;
    }

    /**
     * Copies until nothing is left; at once where there is nothing to copy.
     *
     * @param progress is told after each step how many pages of 8 kB are left
     */
    void run(LongConsumer progress) throws SQLException {
        try (Connection connection = inbox.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isNeeded(statement)) {
                return;
            }
            boolean more = true;
            while (more) {
                try (ResultSet result = statement.executeQuery("SELECT copy_messages(" + PAGES + ")")) {
                    result.next();
                    long left = result.getLong(1);
                    more = !result.wasNull();
                    if (more) {
                        progress.accept(left);
                    }
                }
            }
        }
    }

    private static boolean isNeeded(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT to_regclass('message_copy') IS NOT NULL")) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
