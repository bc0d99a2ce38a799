package io.promo.bench.inbox;

import io.promo.bench.client.StackFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads inboxes by SQL, two clients at once in a closed loop, each measurement after a warm-up of a quarter as long. */
public final class SqlReading {

    private static final int CLIENTS = 2;
    private static final int CHECKED = 10;

    private final String jdbcUrl;
    private final int seconds;

    /**
     * @param jdbcUrl of the inbox database, which asks for no password
     * @param seconds how long each of the two measurements takes
     */
    public SqlReading(String jdbcUrl, int seconds) {
        this.jdbcUrl = jdbcUrl;
        this.seconds = seconds;
    }

    /**
     * Measures list and count.
     *
     * @param customers who are asked for in turn
     * @param messages how many each of them has
     * @throws StackFailure when some of them lack messages
     */
    public Reading measure(List<UUID> customers, int messages) throws SQLException, IOException, InterruptedException {
        List<Shopper> shoppers =
                customers.stream().map(id -> new Shopper(id, "")).toList();
        try (InboxSql sql = new InboxSql(jdbcUrl)) {
            check(sql, shoppers, messages);
            Load load = new Load(shoppers, CLIENTS);
            return new Reading(
                    customers.size(), messages, perSecond(load, sql::askList), perSecond(load, sql::askUnreadCount));
        }
    }

    private long perSecond(Load load, Ask ask) throws IOException, InterruptedException {
        load.closed(ask, Math.max(1, seconds / 4));
        return Math.round(load.closed(ask, seconds).perSecond());
    }

    private static void check(InboxSql sql, List<Shopper> shoppers, int messages) throws SQLException {
        for (Shopper shopper : shoppers.subList(0, Math.min(CHECKED, shoppers.size()))) {
            int listed = sql.list(shopper).size();
            if (listed != Math.min(messages, InboxSql.PAGE_LENGTH) || sql.unreadCount(shopper) == 0) {
                throw new StackFailure("customer " + shopper.userId() + " has " + listed
                        + " messages on the first page, and should have " + messages + " in all, some unread");
            }
        }
    }
}
