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
import java.util.List;
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
            WITH found AS (
                SELECT event_id, title,
                       CASE WHEN status = 'PUBLISHED' AND end_datetime < now() THEN 'EXPIRED' ELSE status END AS status,
                       start_datetime, end_datetime, time_zone, dispatch_time, version, audience::text AS audience
                FROM promotion_event
                WHERE start_datetime BETWEEN :earliest AND :to AND end_datetime > :from
                ORDER BY start_datetime, event_id
                LIMIT :most + 1),
            sized AS (
                SELECT *, count(*) OVER () AS found,
                       sum(octet_length(audience)) OVER (ORDER BY start_datetime, event_id) AS bytes
                FROM found)
            SELECT * FROM sized WHERE bytes <= :mostBytes ORDER BY start_datetime, event_id LIMIT :most""";

    /** An event alone may have a tenth of it in its audience. */
    private static final int MOST_BYTES = 500_000;

    private record Found(CalendarItem item, long found) {}

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
        List<Found> found = jdbc.sql(OVERLAPPING)
                .param("earliest", utc(from.minus(PromotionWindow.LONGEST)))
                .param("from", utc(from))
                .param("to", utc(to))
                .param("most", EventCalendar.MOST)
                .param("mostBytes", MOST_BYTES)
                .query((row, index) -> new Found(item(row), row.getLong("found")))
                .list();
        boolean truncated = !found.isEmpty() && found.get(0).found() > found.size();
        return new EventCalendar(found.stream().map(Found::item).toList(), truncated);
    }

    private CalendarItem item(ResultSet row) throws SQLException {
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
