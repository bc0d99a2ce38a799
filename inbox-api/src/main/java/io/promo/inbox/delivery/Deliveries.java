package io.promo.inbox.delivery;

import io.promo.events.message.MessageId;
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

    /** Served by the unique key of delivery and the primary key of inbox_message: at most one row a day the retention keeps. */
    private static final String OF_EVENT = """
            SELECT m.user_id, d.event_id, d.dispatch_date, m.created_at, m.is_read, m.read_at
            FROM delivery d JOIN inbox_message m USING (delivery_id)
            WHERE d.event_id = :event AND m.user_id = :user ORDER BY d.dispatch_date DESC""";

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
        UUID event = row.getObject("event_id", UUID.class);
        LocalDate date = row.getObject("dispatch_date", LocalDate.class);
        return new Delivery(
                MessageId.of(row.getObject("user_id", UUID.class), event, date),
                event,
                date,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_read"),
                readAt == null ? null : readAt.toInstant());
    }
}
