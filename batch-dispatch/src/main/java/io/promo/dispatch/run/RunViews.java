package io.promo.dispatch.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads runs with their progress. */
@Repository
public class RunViews {

    /**
     * Narrows the list.
     *
     * @param before only runs listed after this one; null: from the newest on
     */
    record Filter(
            @Nullable UUID eventId,
            @Nullable RunState state,
            @Nullable LocalDate date,
            @Nullable RunCursor before) {}

    /**
     * Partitions by the primary key of run_partition; those of runs long over are gone, their sums are not. The
     * reason of a waiting partition speaks where the run has none.
     */
    private static final String SELECT = """
            SELECT r.*, %s AS wanted, p.*, w.alive,
                   extract(epoch FROM coalesce(r.ended_at, now()) - r.started_at)::float8 AS seconds,
                   extract(epoch FROM now() - greatest(r.started_at, p.last_progress))::bigint AS stalled
            FROM run r
            CROSS JOIN LATERAL (
                SELECT count(*) AS total, count(*) FILTER (WHERE state = 'QUEUED') AS queued,
                       count(*) FILTER (WHERE state = 'RUNNING') AS running,
                       count(*) FILTER (WHERE state = 'DONE') AS done, count(*) FILTER (WHERE state = 'FAILED') AS failed,
                       coalesce(sum(delivered), r.delivered) AS sum_delivered,
                       coalesce(sum(inserted), r.inserted) AS sum_inserted,
                       coalesce(sum(unsubscribed), r.unsubscribed) AS sum_unsubscribed,
                       coalesce(sum(chunks_replayed), 0) AS replayed, max(updated_at) AS last_progress,
                       min(reason) FILTER (WHERE state <> 'DONE') AS partition_reason
                FROM run_partition WHERE run_id = r.run_id) p
            CROSS JOIN (SELECT count(*) AS alive FROM process WHERE role = 'WORKER' AND ended_at IS NULL
                        AND heartbeat_at > now() - interval '10 seconds') w
            """.formatted(EventEnd.DESIRED);

    /** Newest first: index run_requested_at. */
    private static final String LIST = SELECT + """
            WHERE (:eventId::uuid IS NULL OR r.event_id = :eventId)
              AND (:state::text IS NULL OR r.state = :state)
              AND (:date::date IS NULL OR r.dispatch_date = :date)
              AND (:beforeAt::timestamptz IS NULL OR (r.requested_at, r.run_id) < (:beforeAt, :beforeId))
            ORDER BY r.requested_at DESC, r.run_id DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final Rates rates;

    RunViews(JdbcClient jdbc, Rates rates) {
        this.jdbc = jdbc;
        this.rates = rates;
    }

    /** The run as it is now. */
    public Optional<RunView> find(UUID runId) {
        return of(List.of(runId)).stream().findFirst();
    }

    /** Those of the runs that there are, as they are now, by one query. */
    List<RunView> of(Collection<UUID> runIds) {
        return jdbc.sql(SELECT + " WHERE r.run_id = ANY (?)")
                .param(runIds.toArray(UUID[]::new))
                .query(this::map)
                .list();
    }

    List<RunView> list(Filter filter, int limit) {
        RunCursor before = filter.before();
        return jdbc.sql(LIST)
                .param("eventId", filter.eventId(), Types.OTHER)
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param("date", filter.date(), Types.DATE)
                .param("beforeAt", before == null ? null : before.requestedAt(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeId", before == null ? null : before.runId(), Types.OTHER)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    private RunView map(ResultSet row, int number) throws SQLException {
        UUID runId = row.getObject("run_id", UUID.class);
        RunState state = RunState.valueOf(row.getString("state"));
        boolean running = state == RunState.RUNNING;
        long delivered = row.getLong("sum_delivered");
        long unsubscribed = row.getLong("sum_unsubscribed");
        Long eligible = row.getObject("eligible", Long.class);
        double seconds = row.getDouble("seconds");
        Long average = seconds > 0 ? (Long) Math.round(delivered / seconds) : null;
        Long now = running ? (Long) rates.now(runId, delivered) : null;
        Long stalled = running ? row.getObject("stalled", Long.class) : null;
        return new RunView(
                runId,
                row.getObject("event_id", UUID.class),
                row.getString("title"),
                row.getObject("dispatch_date", LocalDate.class),
                row.getInt("generation"),
                state,
                Desired.valueOf(row.getString("wanted")),
                reason(row, running),
                row.getLong("event_version"),
                row.getObject("audience_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("max_rate", Integer.class),
                row.getInt("attempt"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                eligible,
                delivered,
                row.getLong("sum_inserted"),
                unsubscribed,
                new RunView.Partitions(
                        row.getInt("total"),
                        row.getInt("queued"),
                        row.getInt("running"),
                        row.getInt("done"),
                        row.getInt("failed")),
                row.getLong("replayed"),
                now,
                average,
                eta(now, average, stalled, eligible, delivered + unsubscribed),
                row.getInt("alive"),
                stalled);
    }

    private static @Nullable String reason(ResultSet row, boolean running) throws SQLException {
        String reason = row.getString("reason");
        if (reason != null || !running) {
            return reason;
        }
        return row.getInt("alive") == 0 ? "no worker is alive" : row.getString("partition_reason");
    }

    /** What has not moved for longer than its rate is measured over has no end in sight. */
    private static @Nullable Long eta(
            @Nullable Long now, @Nullable Long average, @Nullable Long stalled, @Nullable Long eligible, long handled) {
        if (stalled != null && stalled > Rates.WINDOW_SECONDS) {
            return null;
        }
        Long rate = now != null && now > 0 ? now : average;
        if (now == null || rate == null || rate == 0 || eligible == null) {
            return null;
        }
        return Math.max(0, eligible - handled) / rate;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
