package io.promo.bench.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL beside this class that fills the inbox. */
final class Script {

    private Script() {}

    /**
     * Brings messages in and vacuums them.
     *
     * @param inbox a connection of the inbox's owner
     * @param shape the script that makes {@code run} and {@code recipient}, of which {@code load.sql} makes messages
     * @param customers how many there are
     */
    static void load(Connection inbox, String shape, long customers) throws SQLException, IOException {
        try (Statement statement = inbox.createStatement()) {
            statement.execute(read(shape).replace(":customers", Long.toString(customers)));
            statement.execute(read("load.sql"));
            statement.execute("VACUUM (ANALYZE) inbox_message, delivery, message_template, event_state");
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream script = Script.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
