package io.promo.dispatch.schedule;

import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.dispatch.schedule.ScheduleController.SchedulePage;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Lists schedules, without the texts, which are most of what one weighs. */
@Repository
class ScheduleViews {

    /** Served by the primary key. */
    private static final String PAGE = """
            WITH found AS (
                SELECT event_id, version, status, title, start_datetime, end_datetime, time_zone, dispatch_time, max_rate,
                       audience::text AS audience, updated_at
                FROM schedule
                WHERE (:status::text IS NULL OR status = :status) AND (:cursor::uuid IS NULL OR event_id < :cursor)
                ORDER BY event_id DESC LIMIT :limit + 1),
            sized AS (
                SELECT *, count(*) OVER () AS found,
                       sum(octet_length(audience)) OVER (ORDER BY event_id DESC) - octet_length(audience) AS before
                FROM found)
            SELECT * FROM sized WHERE before < :most ORDER BY event_id DESC LIMIT :limit
            """;

    /** Of audiences in a page, beside the last of them. */
    private static final int MOST_BYTES = 500_000;

    private record Found(ScheduleView view, long found) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScheduleViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest events first, from after {@code cursor}; ends early with the audience that fills the page. */
    SchedulePage page(@Nullable Status status, @Nullable UUID cursor, int limit, Instant now) {
        List<Found> found = jdbc.sql(PAGE)
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("cursor", cursor, Types.OTHER)
                .param("limit", limit)
                .param("most", MOST_BYTES)
                .query((row, number) -> new Found(view(row, now), row.getLong("found")))
                .list();
        boolean more = !found.isEmpty() && found.get(0).found() > found.size();
        UUID next = more ? found.get(found.size() - 1).view().eventId() : null;
        return new SchedulePage(found.stream().map(Found::view).toList(), next, more);
    }

    private ScheduleView view(ResultSet row, Instant now) throws SQLException {
        return ScheduleView.of(
                row.getObject("event_id", UUID.class),
                row.getLong("version"),
                Status.valueOf(row.getString("status")),
                row.getString("title"),
                new PromotionWindow(
                        instant(row, "start_datetime"),
                        instant(row, "end_datetime"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getObject("dispatch_time", LocalTime.class)),
                row.getObject("max_rate", Integer.class),
                json.readValue(row.getString("audience"), Audience.class),
                instant(row, "updated_at"),
                now);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
