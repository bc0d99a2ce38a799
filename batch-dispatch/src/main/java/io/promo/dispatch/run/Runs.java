package io.promo.dispatch.run;

import static java.time.ZoneOffset.UTC;

import io.promo.dispatch.run.RunActions.Action;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of runs: creates them and finds them. {@link RunLifecycle} changes what people want of them. */
@Repository
public class Runs {

    /**
     * What came of a request.
     *
     * @param created false: the run was there before and is unchanged
     */
    public record Requested(UUID runId, boolean created) {}

    private static final String COLUMNS = """
            run_id, event_id, dispatch_date, generation, event_version, title, promotion_package, audience, audience_at,
            max_rate, due_at, state, owner, attempt, reason,
            """ + EventEnd.DESIRED + " AS desired, " + EventEnd.STOPS + " AS past_end\n";

    /** Served by the unique key (event_id, dispatch_date, generation). */
    private static final String INSERT = """
            INSERT INTO run (event_id, dispatch_date, generation, event_version, audience_at, audience,
                             promotion_package, title, max_rate, due_at, after_end, state, requested_by, ended_at)
            VALUES (:eventId, :date, :generation, :version, clock_timestamp(), :audience::jsonb,
                    :package::jsonb, :title, :maxRate, :dueAt, :afterEnd, :state, :requestedBy,
                    CASE WHEN :state = 'MISSED' THEN now() END)
            ON CONFLICT (event_id, dispatch_date, generation) DO NOTHING
            RETURNING run_id
            """;

    /** Served by the unique key (event_id, dispatch_date, generation). */
    private static final String REVIVE = """
            UPDATE run SET event_version = :version, audience_at = clock_timestamp(), audience = :audience::jsonb,
                           promotion_package = :package::jsonb, title = :title, max_rate = :maxRate, due_at = :dueAt,
                           after_end = :afterEnd, desired = 'RUNNING', state = 'DUE', reason = NULL,
                           requested_by = :requestedBy,
                           requested_at = now(), ended_at = NULL, not_before = '-infinity', setbacks = 0,
                           updated_at = now()
            WHERE event_id = :eventId AND dispatch_date = :date AND generation = :generation AND state = 'MISSED'
            RETURNING run_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RunActions actions;
    private final ApplicationEventPublisher events;

    Runs(JdbcClient jdbc, JsonMapper json, RunActions actions, ApplicationEventPublisher events) {
        this.actions = actions;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /**
     * Creates the run of (event, date, generation), due to be started by the sweeper, unless there is one. Its audience
     * instant is the database's now.
     */
    @Transactional
    public Requested request(NewRun run) {
        Requested requested = insert(run, RunState.DUE);
        events.publishEvent(new RunsChanged());
        return requested;
    }

    /** Records that the date went by unsent, unless the run exists. Only {@link #revive} starts it. */
    @Transactional
    public Requested recordMissed(NewRun run) {
        return insert(run, RunState.MISSED);
    }

    /** Makes a missed run due after all, with what is said and to whom as of now. Nothing of it was ever sent. */
    @Transactional
    public UUID revive(NewRun run) {
        UUID runId = content(jdbc.sql(REVIVE), run).query(UUID.class).single();
        actions.record(runId, run.requestedBy(), Action.REVIVE, null);
        events.publishEvent(new RunsChanged());
        return runId;
    }

    /** The dates of the event that have a run, in whatever state; served by the unique key. */
    public Set<LocalDate> dates(UUID eventId) {
        return jdbc.sql("SELECT DISTINCT dispatch_date FROM run WHERE event_id = ?")
                .param(eventId)
                .query(LocalDate.class)
                .set();
    }

    /** The run of the given id. */
    public Optional<Run> find(UUID runId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM run r WHERE run_id = :runId")
                .param("runId", runId)
                .query(this::map)
                .optional();
    }

    /** The event's runs of dates from {@code from} to {@code to}, both inclusive, by date and generation. */
    public List<Run> findByEvent(UUID eventId, LocalDate from, LocalDate to) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        FROM run r WHERE event_id = :eventId AND dispatch_date BETWEEN :from AND :to
                        ORDER BY dispatch_date, generation
                        """)
                .param("eventId", eventId)
                .param("from", from)
                .param("to", to)
                .query(this::map)
                .list();
    }

    /** Whether the run is to go on: asked by each worker before each chunk, outside of any transaction. Primary keys. */
    public boolean isWanted(UUID runId) {
        return jdbc.sql("SELECT " + EventEnd.DESIRED + " = 'RUNNING' FROM run r WHERE run_id = ?")
                .param(runId)
                .query(Boolean.class)
                .single();
    }

    private Requested insert(NewRun run, RunState state) {
        Optional<UUID> created = content(jdbc.sql(INSERT), run)
                .param("state", state.name())
                .query(UUID.class)
                .optional();
        created.ifPresent(runId -> actions.record(
                runId, run.requestedBy(), state == RunState.MISSED ? Action.MISS : Action.REQUEST, null));
        return created.map(runId -> new Requested(runId, true)).orElseGet(() -> new Requested(existing(run), false));
    }

    private StatementSpec content(StatementSpec statement, NewRun run) {
        return statement
                .param("eventId", run.eventId())
                .param("date", run.dispatchDate())
                .param("generation", run.generation())
                .param("version", run.eventVersion())
                .param("audience", json.writeValueAsString(run.audience()))
                .param("package", json.writeValueAsString(FrozenPackage.of(run)))
                .param("title", run.title())
                .param("maxRate", run.maxRate(), java.sql.Types.INTEGER)
                .param("dueAt", run.dueAt().atOffset(UTC))
                .param("afterEnd", run.afterEnd())
                .param("requestedBy", run.requestedBy());
    }

    private UUID existing(NewRun run) {
        return jdbc.sql("SELECT run_id FROM run WHERE event_id = ? AND dispatch_date = ? AND generation = ?")
                .params(run.eventId(), run.dispatchDate(), run.generation())
                .query(UUID.class)
                .single();
    }

    private Run map(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("dispatch_date", LocalDate.class),
                row.getInt("generation"),
                row.getLong("event_version"),
                row.getString("title"),
                json.readValue(row.getString("promotion_package"), PromotionPackage.class),
                json.readValue(row.getString("audience"), Audience.class),
                instant(row, "audience_at"),
                row.getObject("max_rate", Integer.class),
                instant(row, "due_at"),
                Desired.valueOf(row.getString("desired")),
                RunState.valueOf(row.getString("state")),
                row.getObject("owner", UUID.class),
                row.getInt("attempt"),
                row.getString("reason"),
                row.getBoolean("past_end"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
