package io.promo.inbox.analytics;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the counts; no message is looked at. */
@Repository
class Analytics {

    /**
     * What was sent is the larger of two counts of which neither can be too large. The new rows of all generations, each
     * of which inserts only what no other has: less by a page for each worker that died between the two commits of one.
     * And the eligible rows of the generation that delivered to most, which is exact where there is only one. A test
     * message belongs to no run and so does not show. The counters are served by the primary key of read_counter.
     */
    private static final String DAYS = """
            SELECT d.event_id, s.title, d.dispatch_date, d.sent, read_bounds() AS bounds, r.counts
            FROM (SELECT event_id, dispatch_date, greatest(sum(inserted), max(delivered)) AS sent
                  FROM dispatched_run WHERE %s GROUP BY event_id, dispatch_date) AS d
            LEFT JOIN event_state s ON s.event_id = d.event_id
            CROSS JOIN LATERAL (
                SELECT array_agg(coalesce(c.reads, 0) ORDER BY bucket) AS counts
                FROM generate_series(0, cardinality(read_bounds())) AS bucket
                LEFT JOIN (SELECT bucket, sum(reads)::bigint AS reads FROM read_counter
                           WHERE event_id = d.event_id AND dispatch_date = d.dispatch_date
                           GROUP BY bucket) AS c USING (bucket)) AS r
            ORDER BY d.dispatch_date, s.title, d.event_id""";

    /** Served by the primary key of dispatched_run. */
    private static final String OF_EVENT = DAYS.formatted("event_id = :event");

    /** Served by dispatched_run_date. */
    private static final String BETWEEN = DAYS.formatted("dispatch_date BETWEEN :from AND :to");

    private final JdbcClient jdbc;

    Analytics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The event's dates, oldest first. */
    List<EventDay> of(UUID event) {
        return jdbc.sql(OF_EVENT).param("event", event).query(Analytics::day).list();
    }

    /** All events' dates between the two, both included; oldest first, then by title. */
    List<EventDay> between(LocalDate from, LocalDate to) {
        return jdbc.sql(BETWEEN)
                .param("from", from)
                .param("to", to)
                .query(Analytics::day)
                .list();
    }

    private static EventDay day(ResultSet row, int number) throws SQLException {
        return EventDay.of(
                row.getObject("event_id", UUID.class),
                row.getString("title"),
                row.getObject("dispatch_date", LocalDate.class),
                row.getLong("sent"),
                TimeToRead.of(List.of((Integer[]) array(row, "bounds")), List.of((Long[]) array(row, "counts"))));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        try {
            return array.getArray();
        } finally {
            array.free();
        }
    }
}
