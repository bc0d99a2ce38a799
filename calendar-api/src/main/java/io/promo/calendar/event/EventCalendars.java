package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Events without their texts, which are most of what an event weighs. */
@Repository
class EventCalendars {

    /**
     * Served by the index promotion_event_window: as no window is longer than the longest, events that started before
     * {@code earliest} are over.
     */
    private static final String OVERLAPPING = """
            SELECT event_id, title,
                   CASE WHEN status = 'PUBLISHED' AND end_datetime < now() THEN 'EXPIRED' ELSE status END AS status,
                   start_datetime, end_datetime, time_zone, dispatch_time, version, audience
            FROM promotion_event
            WHERE start_datetime BETWEEN :earliest AND :to AND end_datetime > :from
            ORDER BY start_datetime, event_id
            LIMIT :limit""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventCalendars(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The events whose window has an instant in common with the time from {@code from} to {@code to}, both inclusive. The end
     * of a window is none of it.
     */
    EventCalendar overlapping(Instant from, Instant to) {
        return EventCalendar.of(jdbc.sql(OVERLAPPING)
                .param("earliest", utc(from.minus(PromotionWindow.LONGEST)))
                .param("from", utc(from))
                .param("to", utc(to))
                .param("limit", EventCalendar.MOST + 1)
                .query(this::item)
                .list());
    }

    private CalendarItem item(ResultSet row, int index) throws SQLException {
        return new CalendarItem(
                row.getObject("event_id", UUID.class),
                row.getString("title"),
                EventStatus.valueOf(row.getString("status")),
                instant(row, "start_datetime"),
                instant(row, "end_datetime"),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("dispatch_time", LocalTime.class),
                row.getLong("version"),
                json.readValue(row.getString("audience"), Audience.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
