package io.promo.inbox.message;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of message beside the state its event gives it. */
record StoredMessage(
        UUID messageId,
        UUID eventId,
        LocalDate dispatchDate,
        UUID templateId,
        List<@Nullable String> params,
        boolean read,
        @Nullable Instant readAt,
        Instant createdAt,
        MessageState state) {

    Position position() {
        return new Position(dispatchDate, eventId);
    }

    static StoredMessage of(ResultSet row, int number) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new StoredMessage(
                row.getObject("message_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("dispatch_date", LocalDate.class),
                row.getObject("template_id", UUID.class),
                params(row.getArray("params")),
                row.getBoolean("is_read"),
                readAt == null ? null : readAt.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                MessageState.valueOf(row.getString("state")));
    }

    private static List<@Nullable String> params(@Nullable Array params) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        if (params != null) {
            Collections.addAll(values, (@Nullable String[]) params.getArray());
        }
        return values;
    }
}
