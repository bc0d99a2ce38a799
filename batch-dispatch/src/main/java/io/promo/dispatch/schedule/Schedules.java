package io.promo.dispatch.schedule;

import static java.time.ZoneOffset.UTC;

import io.promo.dispatch.audience.AudienceLock;
import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionWindow;
import io.promo.http.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of schedules. Whoever makes runs of an event {@linkplain #lock locks} its schedule first, so that no run comes
 * to be of an event that is being cancelled, and no date gets two.
 */
@Repository
public class Schedules {

    private static final String COLUMNS = """
            event_id, version, status, title, start_datetime, end_datetime, time_zone, dispatch_time, max_rate,
            promotion_package, audience, updated_at
            """;

    /** Served by the primary key. Late and repeated versions change nothing. */
    private static final String UPSERT = """
            INSERT INTO schedule AS s (event_id, version, status, title, start_datetime, end_datetime, time_zone,
                                       dispatch_time, max_rate, promotion_package, audience, settled)
            VALUES (:eventId, :version, :status, :title, :start, :end, :zone,
                    :time, :maxRate, :package::jsonb, :audience::jsonb, :settled)
            ON CONFLICT (event_id) DO UPDATE
            SET version = EXCLUDED.version, status = EXCLUDED.status, title = EXCLUDED.title,
                start_datetime = EXCLUDED.start_datetime, end_datetime = EXCLUDED.end_datetime,
                time_zone = EXCLUDED.time_zone, dispatch_time = EXCLUDED.dispatch_time, max_rate = EXCLUDED.max_rate,
                promotion_package = EXCLUDED.promotion_package, audience = EXCLUDED.audience,
                settled = EXCLUDED.settled, updated_at = now()
            WHERE s.version < EXCLUDED.version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AudienceLock audience;

    Schedules(JdbcClient jdbc, JsonMapper json, AudienceLock audience) {
        this.audience = audience;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The schedule of the given event. */
    public Optional<Schedule> find(UUID eventId) {
        return select("WHERE event_id = ?", eventId);
    }

    /**
     * The same, and nobody changes it, makes runs of it or changes customers until the caller's transaction ends. Waits for an
     * import that is under way: its customers carry an earlier instant than they can be seen at, and a run's audience
     * instant may not fall between the two. First, so that a cancellation does not wait for an import, too.
     */
    public Optional<Schedule> lock(UUID eventId) {
        audience.forMany();
        return select("WHERE event_id = ? FOR UPDATE", eventId);
    }

    /**
     * The same, of an event that somebody names; it may be cancelled or expired.
     *
     * @throws Refusal 409 when it was never published, or was a moment ago: which of the two, only the calendar knows
     */
    public Schedule lockKnown(UUID eventId) {
        return lock(eventId)
                .orElseThrow(() -> Refusal.notThereYet("event " + eventId
                        + " was never published, or is not here yet: publish a draft first;"
                        + " what was published a moment ago is here within seconds"));
    }

    /** Events of which a date may be due or missed without a run. Index schedule_unsettled. */
    public List<UUID> unsettled() {
        return jdbc.sql("SELECT event_id FROM schedule WHERE NOT settled ORDER BY event_id")
                .query(UUID.class)
                .list();
    }

    /** Published events whose window is open, in the order in which they are locked together. Asked by hand, so by a scan. */
    public List<UUID> open() {
        return jdbc.sql("""
                        SELECT event_id FROM schedule
                        WHERE status = 'PUBLISHED' AND end_datetime >= clock_timestamp() AND start_datetime <= clock_timestamp()
                        ORDER BY event_id""").query(UUID.class).list();
    }

    /** Every date has its run: until a new version is heard of there is nothing to do. */
    public void settle(UUID eventId) {
        jdbc.sql("UPDATE schedule SET settled = true WHERE event_id = ?")
                .param(eventId)
                .update();
    }

    /** Now, by the database's clock, which all processes share; outside a transaction each call asks anew. */
    public Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * Takes in what was published.
     *
     * @param window the payload's, already checked
     * @return false when this version or a later one is known
     */
    boolean save(PromotionChanged changed, Status status, PromotionWindow window) {
        return jdbc.sql(UPSERT)
                        .param("eventId", changed.eventId())
                        .param("version", changed.version())
                        .param("status", status.name())
                        .param("title", changed.title())
                        .param("start", window.start().atOffset(UTC))
                        .param("end", window.end().atOffset(UTC))
                        .param("zone", window.zone().getId())
                        .param("time", window.dispatchTime(), Types.TIME)
                        .param("maxRate", changed.maxRate(), Types.INTEGER)
                        .param("package", json.writeValueAsString(changed.promotionPackage()))
                        .param("audience", json.writeValueAsString(changed.audience()))
                        .param("settled", status == Status.CANCELLED)
                        .update()
                == 1;
    }

    private Optional<Schedule> select(String where, UUID eventId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM schedule " + where)
                .param(eventId)
                .query(this::map)
                .optional();
    }

    private Schedule map(ResultSet row, int number) throws SQLException {
        return new Schedule(
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
                json.readValue(row.getString("promotion_package"), PromotionPackage.class),
                json.readValue(row.getString("audience"), Audience.class),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
