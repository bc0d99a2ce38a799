package io.promo.inbox.badge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts live unread messages by the primary key (delivery_id, user_id) INCLUDE (is_read), a look for each live delivery:
 * index-only where partitions are vacuumed, and for each user no further than one more than is shown.
 */
@Repository
public class UnreadCounts {

    /** Of a delivery; what list and badge agree on. */
    public static final String LIVE = "live_until >= now()";

    /**
     * The numbers of the deliveries that are kept and may have brought the user something, an expression: those to many, then
     * those to this user alone. Both parts are served by an index of their own and the first is evaluated once per query.
     * Takes which of them and the user, as in {@link #deliveries}.
     */
    private static final String DELIVERIES = """
            ((ARRAY(SELECT delivery_id FROM delivery WHERE user_id IS NULL AND delivery_id >= oldest_delivery() AND %1$s))
             || ARRAY(SELECT delivery_id FROM delivery WHERE user_id = %2$s AND delivery_id >= oldest_delivery() AND %1$s))""";

    /** The badge counts no further: it says 99+. */
    static final int COUNTED = 100;

    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT FROM inbox_message m WHERE m.user_id = %s AND NOT m.is_read AND m.delivery_id = ANY (%s)
                LIMIT :limit) AS unread""";

    static final String OF_ONE = COUNT.formatted(":user", deliveries(LIVE, ":user"));

    static final String OF_MANY =
            "SELECT one, (" + COUNT.formatted("one", deliveries(LIVE, "one")) + ") FROM unnest(:users) AS one";

    private final JdbcClient jdbc;

    UnreadCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The numbers of the deliveries that are kept and may have brought a user something, as an SQL expression.
     *
     * @param which a condition on delivery
     * @param user an expression for the user's id
     */
    public static String deliveries(String which, String user) {
        return DELIVERIES.formatted(which, user);
    }

    /** What the user's badge shows. */
    public UnreadCount of(UUID user) {
        return UnreadCount.of(jdbc.sql(OF_ONE)
                .param("user", user)
                .param("limit", COUNTED + 1)
                .query(Integer.class)
                .single());
    }

    /**
     * What the badges of some users show, by one statement.
     *
     * @param users some hundred at most; the statement takes about 0.1 ms for each
     * @return a count for each of them
     */
    public Map<UUID, UnreadCount> of(Collection<UUID> users) {
        Map<UUID, UnreadCount> counts = new HashMap<>();
        jdbc.sql(OF_MANY)
                .param("users", users.toArray(UUID[]::new))
                .param("limit", COUNTED + 1)
                .query(row -> {
                    counts.put(row.getObject(1, UUID.class), UnreadCount.of(row.getInt(2)));
                });
        return counts;
    }
}
