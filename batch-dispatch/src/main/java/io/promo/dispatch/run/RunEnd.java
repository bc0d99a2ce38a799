package io.promo.dispatch.run;

import io.promo.dispatch.run.RunActions.Action;
import io.promo.events.EventType;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.outbox.Outbox;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a run to a state in which nobody drives it, and tells the other services when that is an end. */
@Service
public class RunEnd {

    private static final Set<RunState> ENDS =
            EnumSet.of(RunState.COMPLETED, RunState.STOPPED, RunState.FAILED, RunState.CANCELLED);

    /** Counts are those of committed chunks; served by the primary key of run_partition. */
    private static final String SETTLE = """
            UPDATE run SET state = :state, owner = NULL, reason = :reason, updated_at = now(),
                           desired = CASE WHEN :state = 'STOPPED' THEN 'STOPPED' ELSE desired END,
                           ended_at = CASE WHEN :over THEN now() END,
                           eligible = CASE :state WHEN 'COMPLETED' THEN coalesce(eligible, counts.delivered + counts.unsubscribed)
                                      ELSE eligible END,
                           delivered = counts.delivered, inserted = counts.inserted, unsubscribed = counts.unsubscribed
            FROM (SELECT coalesce(sum(delivered), 0) AS delivered, coalesce(sum(inserted), 0) AS inserted,
                         coalesce(sum(unsubscribed), 0) AS unsubscribed
                  FROM run_partition WHERE run_id = :runId) counts
            WHERE run_id = :runId
            RETURNING event_id, dispatch_date, generation, coalesce(eligible, run.delivered) AS eligible, run.delivered,
                      run.inserted, ended_at
            """;

    /** Primary keys of run, schedule and run_partition. */
    private static final String LEFT_OUT = """
            SELECT format('the event ended at %s and %s of %s customers were left out; a restart with afterEnd sends to them',
                          to_char(end_datetime AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                          greatest(0, eligible - (SELECT coalesce(sum(p.delivered + p.unsubscribed), 0)
                                                  FROM run_partition p WHERE p.run_id = r.run_id)), eligible)
            FROM run r JOIN schedule USING (event_id) WHERE run_id = ?
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final RunActions actions;
    private final ApplicationEventPublisher events;

    RunEnd(JdbcClient jdbc, Outbox outbox, RunActions actions, ApplicationEventPublisher events) {
        this.actions = actions;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.events = events;
    }

    /**
     * Settles as stopped a run that met the end of its event, and says how many of its audience it has not come to; these, the
     * delivered and the unsubscribed are all. The caller is its owner, and the audience has been counted.
     */
    @Transactional
    public void settlePastEnd(UUID runId) {
        settle(
                runId,
                RunState.STOPPED,
                jdbc.sql(LEFT_OUT).param(runId).query(String.class).single());
    }

    /**
     * Sets the state and the counts; the caller holds the run's lock or is its owner.
     *
     * @param state any state but RUNNING
     * @param reason shown to operators; null when there is nothing to say
     */
    @Transactional
    public void settle(UUID runId, RunState state, @Nullable String reason) {
        boolean over = ENDS.contains(state);
        RunEnded ended = jdbc.sql(SETTLE)
                .param("runId", runId)
                .param("state", state.name())
                .param("reason", reason, Types.VARCHAR)
                .param("over", over)
                .query((row, number) -> new RunEnded(
                        runId,
                        row.getObject("event_id", UUID.class),
                        row.getObject("dispatch_date", LocalDate.class),
                        row.getInt("generation"),
                        state.name(),
                        row.getLong("eligible"),
                        row.getLong("delivered"),
                        row.getLong("inserted"),
                        over ? row.getObject("ended_at", OffsetDateTime.class).toInstant() : Instant.EPOCH))
                .single();
        if (over) {
            actions.record(runId, RunActions.SYSTEM, Action.END, reason == null ? state.name() : state + ": " + reason);
            outbox.append(EventType.RUN_ENDED, "run", ended.eventId().toString(), 0, ended);
            events.publishEvent(new RunOver(runId));
        }
    }
}
