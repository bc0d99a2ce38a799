package io.promo.inbox.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads delivered messages. */
@Repository
class Deliveries {

    /** Served by the primary keys of all partitions: at most one row a day the retention keeps. */
    private static final String OF_EVENT = """
            SELECT message_id, event_id, dispatch_date, created_at, is_read, read_at FROM message
            WHERE user_id = :user AND event_id = :event ORDER BY dispatch_date DESC""";

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> of(UUID user, UUID event) {
        return jdbc.sql(OF_EVENT)
                .param("user", user)
                .param("event", event)
                .query(Deliveries::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("message_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("dispatch_date", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_read"),
                readAt == null ? null : readAt.toInstant());
    }
}
