package io.promo.dispatch.run;

import io.promo.dispatch.run.RunActions.Action;
import io.promo.http.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what people want of a run. A run nobody drives changes its state at once; one under way is brought there by
 * the sweeper and the job, at a chunk boundary. Each change locks the run first; what depends on the event locks its
 * schedule before. An actor is a user's name, for {@link RunActions}.
 */
@Service
@Transactional
public class RunLifecycle {

    private static final String AFTER_END = "after the end of its event";
    private static final Set<RunState> OPEN = EnumSet.of(RunState.DUE, RunState.RUNNING, RunState.PAUSED);

    private final JdbcClient jdbc;
    private final Runs runs;
    private final RunEnd end;
    private final RunActions actions;
    private final ApplicationEventPublisher events;

    RunLifecycle(JdbcClient jdbc, Runs runs, RunEnd end, RunActions actions, ApplicationEventPublisher events) {
        this.actions = actions;
        this.events = events;
        this.jdbc = jdbc;
        this.runs = runs;
        this.end = end;
    }

    /** Pauses a run that is due or under way. Idempotent. */
    public void pause(UUID runId, String actor) {
        Run run = locked(runId);
        require(run, OPEN, "paused");
        if (run.desired() == Desired.PAUSED) {
            return;
        }
        require(run.desired() == Desired.RUNNING, run, "it is to be " + run.desired());
        actions.record(runId, actor, Action.PAUSE, null);
        want(run, Desired.PAUSED, RunState.PAUSED);
    }

    /**
     * Lets a paused run go on with what is unfinished.
     *
     * @param afterEnd also when the event is over
     */
    public void resume(UUID runId, boolean afterEnd, String actor) {
        EventState event = lockedEvent(runId);
        Run run = locked(runId);
        require(run, OPEN, "resumed");
        require(run.desired() == Desired.PAUSED, run, "it is not paused; restart a stopped or failed run");
        goOn(run, event, afterEnd);
        actions.record(runId, actor, Action.RESUME, event.over() ? AFTER_END : null);
        want(run, Desired.RUNNING, RunState.DUE);
    }

    /** Stops a run that is not over; it can be restarted. Idempotent. */
    public void stop(UUID runId, String actor) {
        Run run = locked(runId);
        if (run.state() == RunState.STOPPED) {
            return;
        }
        require(run, OPEN, "stopped");
        // One past the end of its event stops by itself, but goes on should the end be moved: this is to hold then,
        // too.
        if (run.desired() == Desired.STOPPED && !run.pastEnd()) {
            return;
        }
        require(run.desired() != Desired.CANCELLED, run, "its event is cancelled and so is the run, soon");
        actions.record(runId, actor, Action.STOP, null);
        want(run, Desired.STOPPED, RunState.STOPPED);
    }

    /** Stops every run that is not over; returns their ids. */
    public List<UUID> stopAll(String actor) {
        List<UUID> open = jdbc.sql("""
                        SELECT run_id FROM run WHERE state IN ('DUE', 'RUNNING', 'PAUSED') AND desired <> 'CANCELLED'
                        ORDER BY run_id FOR UPDATE
                        """) // index run_open
                .query(UUID.class)
                .list();
        open.forEach(runId -> stop(runId, actor));
        return open;
    }

    /**
     * Lets a stopped or failed run go on with what is unfinished.
     *
     * @param afterEnd also when the event is over
     */
    public void restart(UUID runId, boolean afterEnd, String actor) {
        EventState event = lockedEvent(runId);
        Run run = locked(runId);
        require(run, EnumSet.of(RunState.STOPPED, RunState.FAILED), "restarted");
        goOn(run, event, afterEnd);
        actions.record(runId, actor, Action.RESTART, event.over() ? AFTER_END : null);
        jdbc.sql("""
                        UPDATE run SET desired = 'RUNNING', state = 'DUE', reason = NULL, ended_at = NULL,
                                       not_before = '-infinity', setbacks = 0, updated_at = now()
                        WHERE run_id = ?
                        """).param(runId).update();
        events.publishEvent(new RunsChanged());
    }

    /**
     * Cancels every run of the event that is not over or could be restarted: nothing more of it is sent. The caller holds
     * the schedule's lock.
     */
    public void cancel(UUID eventId) {
        jdbc.sql("""
                        SELECT run_id FROM run
                        WHERE event_id = ? AND state IN ('DUE', 'RUNNING', 'PAUSED', 'STOPPED', 'FAILED')
                        ORDER BY run_id FOR UPDATE
                        """) // unique key (event_id, dispatch_date, generation)
                .param(eventId)
                .query(UUID.class)
                .list()
                .forEach(runId -> {
                    actions.record(runId, RunActions.SYSTEM, Action.CANCEL, "its event was cancelled");
                    want(locked(runId), Desired.CANCELLED, RunState.CANCELLED);
                });
    }

    /** A run that waits for another attempt need not wait any longer: what it waited with is not what is wanted now. */
    private void want(Run run, Desired desired, RunState undriven) {
        jdbc.sql("""
                        UPDATE run SET desired = ?, not_before = '-infinity', setbacks = 0, updated_at = now()
                        WHERE run_id = ?
                        """).params(desired.name(), run.runId()).update();
        if (run.state() != RunState.RUNNING) {
            end.settle(run.runId(), undriven, null);
        }
        events.publishEvent(new RunsChanged());
    }

    private Run locked(UUID runId) {
        jdbc.sql("SELECT run_id FROM run WHERE run_id = ? FOR UPDATE")
                .param(runId)
                .query(UUID.class)
                .optional();
        return runs.find(runId).orElseThrow(() -> Refusal.notFound("run " + runId));
    }

    /** Each time anew: that somebody asked before says nothing of now. */
    private void goOn(Run run, EventState event, boolean afterEnd) {
        require(!event.cancelled(), run, "its event is cancelled");
        EventEnd.require(run.eventId(), event.over(), afterEnd);
        jdbc.sql("UPDATE run SET after_end = ? WHERE run_id = ?")
                .params(afterEnd, run.runId())
                .update();
    }

    private record EventState(boolean cancelled, boolean over) {}

    /**
     * The run's event, which nobody changes until the transaction ends. Before the run, as everybody does who holds both: a
     * cancellation waits for it, or it for the cancellation. Primary keys.
     */
    private EventState lockedEvent(UUID runId) {
        return jdbc.sql("""
                        SELECT status = 'CANCELLED' AS cancelled, %s AS over FROM schedule s
                        WHERE event_id = (SELECT event_id FROM run WHERE run_id = ?) FOR SHARE
                        """.formatted(EventEnd.OVER))
                .param(runId)
                .query(EventState.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("run " + runId + " or the schedule of its event"));
    }

    private static void require(Run run, Set<RunState> states, String verb) {
        if (!states.contains(run.state())) {
            throw Refusal.byState(
                    "run-state",
                    "run " + run.runId() + " is " + run.state() + " and cannot be " + verb + ": " + remedy(run));
        }
    }

    private static void require(boolean holds, Run run, String why) {
        if (!holds) {
            throw Refusal.byState("run-state", "run " + run.runId() + " is " + run.state() + ": " + why);
        }
    }

    private static String remedy(Run run) {
        return switch (run.state()) {
            case COMPLETED -> "nothing is unfinished; a backfill of mode all replays it";
            case MISSED -> "a backfill sends a missed date";
            case CANCELLED -> "a cancelled event sends nothing more";
            case DUE, RUNNING -> "it is under way; stop it first";
            case PAUSED -> "resume it";
            case STOPPED, FAILED -> "restart it";
        };
    }
}
