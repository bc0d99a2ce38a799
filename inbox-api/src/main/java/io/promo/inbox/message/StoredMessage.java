package io.promo.inbox.message;

import io.promo.events.message.MessageId;
import io.promo.events.message.MessageParams;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of inbox_message beside its delivery.
 *
 * @param deliveryId its place in its owner's list: the greatest is the newest
 */
record StoredMessage(
        long deliveryId,
        UUID messageId,
        UUID eventId,
        LocalDate dispatchDate,
        int templateNo,
        List<String> params,
        boolean read,
        @Nullable Instant readAt,
        Instant createdAt,
        MessageState state) {

    static StoredMessage of(ResultSet row, int number) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        UUID event = row.getObject("event_id", UUID.class);
        LocalDate date = row.getObject("dispatch_date", LocalDate.class);
        return new StoredMessage(
                row.getLong("delivery_id"),
                MessageId.of(row.getObject("user_id", UUID.class), event, date),
                event,
                date,
                row.getInt("template_no"),
                MessageParams.split(row.getString("params")),
                row.getBoolean("is_read"),
                readAt == null ? null : readAt.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                MessageState.valueOf(row.getString("state")));
    }
}
