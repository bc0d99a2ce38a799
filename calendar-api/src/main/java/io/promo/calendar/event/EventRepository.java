package io.promo.calendar.event;

import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code promotion_event}. */
@Repository
class EventRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The database's clock, which decides on every question of time. */
    Instant now() {
        return jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
    }

    Event insert(EventContent content, String actor) {
        return content(jdbc.sql("""
                        INSERT INTO promotion_event (title, description, promotion_package, audience, start_datetime,
                            end_datetime, time_zone, dispatch_time, max_rate, created_by, updated_by)
                        VALUES (:title, :description, :package::jsonb, :audience::jsonb, :start, :end, :zone, :time, :rate,
                            :actor, :actor)
                        RETURNING *"""), content)
                .param("actor", actor)
                .query(this::event)
                .single();
    }

    Optional<Event> find(UUID eventId) {
        return jdbc.sql("SELECT * FROM promotion_event WHERE event_id = ?")
                .param(eventId)
                .query(this::event)
                .optional();
    }

    /** The event with its row locked until the transaction ends: changes of one event happen one after the other. */
    Optional<Event> lock(UUID eventId) {
        return jdbc.sql("SELECT * FROM promotion_event WHERE event_id = ? FOR UPDATE")
                .param(eventId)
                .query(this::event)
                .optional();
    }

    /** Published events whose end has passed, locked; those another transaction holds are left to it. */
    List<Event> lockExpiring(int limit) {
        return jdbc.sql("""
                        SELECT * FROM promotion_event WHERE status = 'PUBLISHED' AND end_datetime < now()
                        ORDER BY end_datetime LIMIT ? FOR UPDATE SKIP LOCKED""").param(limit).query(this::event).list();
    }

    Event update(UUID eventId, EventContent content, String actor) {
        return content(jdbc.sql("""
                        UPDATE promotion_event
                        SET title = :title, description = :description, promotion_package = :package::jsonb,
                            audience = :audience::jsonb, start_datetime = :start, end_datetime = :end, time_zone = :zone,
                            dispatch_time = :time, max_rate = :rate,
                            version = version + 1, updated_by = :actor, updated_at = now()
                        WHERE event_id = :id
                        RETURNING *"""), content)
                .param("actor", actor)
                .param("id", eventId)
                .query(this::event)
                .single();
    }

    Event move(UUID eventId, EventStatus status, String actor) {
        return jdbc.sql("""
                        UPDATE promotion_event
                        SET status = :status, version = version + 1, updated_by = :actor, updated_at = now()
                        WHERE event_id = :id
                        RETURNING *""")
                .param("status", status.name())
                .param("actor", actor)
                .param("id", eventId)
                .query(this::event)
                .single();
    }

    void delete(UUID eventId) {
        jdbc.sql("DELETE FROM promotion_event WHERE event_id = ?")
                .param(eventId)
                .update();
    }

    /** Newest window first; served by the index promotion_event_window. */
    List<EventSummary> list(EventQuery query, @Nullable EventPosition after, int limit) {
        return jdbc.sql("""
                        SELECT event_id, title, start_datetime, end_datetime, time_zone, dispatch_time, max_rate, status,
                               version, created_by, created_at, updated_by, updated_at
                        FROM promotion_event
                        WHERE (:status::text[] IS NULL OR status = ANY (:status::text[]))
                          AND (:from::timestamptz IS NULL OR end_datetime > :from)
                          AND (:to::timestamptz IS NULL OR start_datetime <= :to)
                          AND (:text::text IS NULL OR title ILIKE :text OR description ILIKE :text)
                          AND (:start::timestamptz IS NULL OR (start_datetime, event_id) < (:start, :id::uuid))
                        ORDER BY start_datetime DESC, event_id DESC
                        LIMIT :limit""")
                .param("status", query.statuses())
                .param("from", utc(query.from()))
                .param("to", utc(query.to()))
                .param("text", query.pattern())
                .param("start", utc(after == null ? null : after.startDatetime()))
                .param("id", after == null ? null : after.eventId())
                .param("limit", limit)
                .query(EventRepository::summary)
                .list();
    }

    private StatementSpec content(StatementSpec statement, EventContent content) {
        return statement
                .param("title", content.title())
                .param("description", content.description())
                .param("package", json.writeValueAsString(content.promotionPackage()))
                .param("audience", json.writeValueAsString(content.audience()))
                .param("start", utc(content.startDatetime()))
                .param("end", utc(content.endDatetime()))
                .param("zone", content.timeZone().getId())
                .param("time", content.dispatchTime())
                .param("rate", content.maxRate());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static EventSummary summary(ResultSet row, int index) throws SQLException {
        return new EventSummary(
                row.getObject("event_id", UUID.class),
                row.getString("title"),
                instant(row, "start_datetime"),
                instant(row, "end_datetime"),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("dispatch_time", LocalTime.class),
                row.getObject("max_rate", Integer.class),
                EventStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("updated_by"),
                instant(row, "updated_at"));
    }

    private Event event(ResultSet row, int index) throws SQLException {
        return new Event(
                row.getObject("event_id", UUID.class),
                row.getString("title"),
                row.getString("description"),
                json.readValue(row.getString("promotion_package"), PromotionPackage.class),
                json.readValue(row.getString("audience"), Audience.class),
                instant(row, "start_datetime"),
                instant(row, "end_datetime"),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("dispatch_time", LocalTime.class),
                row.getObject("max_rate", Integer.class),
                EventStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("updated_by"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
