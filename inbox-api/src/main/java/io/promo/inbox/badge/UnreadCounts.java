package io.promo.inbox.badge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts live unread messages by the primary key (user_id, event_id, dispatch_date) INCLUDE (is_read) of the partitions
 * that the retention keeps: index-only where they are vacuumed, and for each user no further than one more than is shown.
 */
@Repository
public class UnreadCounts {

    /** The oldest dispatch date that is still shown; evaluated once per query. */
    public static final String OLDEST_KEPT =
            "(SELECT (now() AT TIME ZONE 'UTC')::date - retention_days FROM inbox_settings)";

    /**
     * What list and badge agree on, of an event_state {@code s} joined from the left. An event the inbox has not heard of
     * yet is live: its messages came first.
     */
    public static final String LIVE = "(s.event_id IS NULL OR s.status = 'PUBLISHED' AND s.ends_at >= now())";

    /** The badge counts no further: it says 99+. */
    static final int COUNTED = 100;

    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT FROM message m LEFT JOIN event_state s ON s.event_id = m.event_id
                WHERE m.user_id = %%s AND m.dispatch_date >= %s AND NOT m.is_read AND %s
                LIMIT :limit) AS unread""".formatted(OLDEST_KEPT, LIVE);

    static final String OF_ONE = COUNT.formatted(":user");

    static final String OF_MANY = "SELECT one, (" + COUNT.formatted("one") + ") FROM unnest(:users) AS one";

    private final JdbcClient jdbc;

    UnreadCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
