package io.promo.dispatch.backfill;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.promo.dispatch.backfill.Step.Action;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.RunState;
import io.promo.events.promotion.PromotionWindow.DueDate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which dates a backfill is about. None touches a date whose run is queued or under way. Knows no database. */
enum Mode {
    /** Dates that were never sent: no run, or missed. */
    @JsonProperty("missing")
    MISSING,
    /** Those, and dates whose last run failed or was stopped: it goes on with what is unfinished. */
    @JsonProperty("failed")
    FAILED,
    /** Those never sent, and every other again, under a new generation. */
    @JsonProperty("all")
    ALL;

    private static final Set<RunState> UNDER_WAY = EnumSet.of(RunState.DUE, RunState.RUNNING, RunState.PAUSED);
    private static final Set<RunState> UNFINISHED = EnumSet.of(RunState.FAILED, RunState.STOPPED);

    /**
     * What to do about a date.
     *
     * @param runs all runs of the date, by generation
     */
    Step step(DueDate date, List<Run> runs, Instant now) {
        if (date.dueAt().isAfter(now)) {
            return new Step(date, 0, Action.NONE, "is not due before " + date.dueAt(), null);
        }
        if (runs.isEmpty()) {
            return new Step(date, 0, Action.START, null, null);
        }
        Run last = runs.get(runs.size() - 1);
        if (UNDER_WAY.contains(last.state())) {
            return step(date, last, Action.NONE, "is " + last.state() + ", hence under way");
        }
        if (last.state() == RunState.MISSED) {
            return step(date, last, Action.START, null);
        }
        if (this == ALL) {
            return new Step(date, last.generation() + 1, Action.REPLAY, null, null);
        }
        if (!UNFINISHED.contains(last.state())) {
            return step(date, last, Action.NONE, "is " + last.state() + "; mode all sends it again");
        }
        return this == FAILED
                ? step(date, last, Action.RESTART, null)
                : step(date, last, Action.NONE, "is " + last.state() + "; mode failed restarts it");
    }

    private static Step step(DueDate date, Run run, Action action, @Nullable String reason) {
        return new Step(date, run.generation(), action, reason, run.runId());
    }
}
