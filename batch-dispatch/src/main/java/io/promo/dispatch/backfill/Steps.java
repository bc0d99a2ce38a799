package io.promo.dispatch.backfill;

import io.promo.dispatch.audience.AudienceEstimates;
import io.promo.dispatch.run.RunLifecycle;
import io.promo.dispatch.run.Runs;
import io.promo.dispatch.schedule.Schedule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the steps, or says what they would come to. The caller holds the schedule's lock. */
@Component
class Steps {

    private final Runs runs;
    private final RunLifecycle lifecycle;
    private final AudienceEstimates estimates;

    Steps(Runs runs, RunLifecycle lifecycle, AudienceEstimates estimates) {
        this.runs = runs;
        this.lifecycle = lifecycle;
        this.estimates = estimates;
    }

    /** What would come of them. */
    List<RequestedRun> rehearse(Schedule schedule, List<Step> steps) {
        Long eligible = steps.stream().anyMatch(Step::sends) ? estimates.eligible(schedule.audience()) : null;
        return steps.stream()
                .map(step -> RequestedRun.of(schedule.eventId(), step, step.runId(), step.sends() ? eligible : null))
                .toList();
    }

    /**
     * Takes them, all or none.
     *
     * @param afterEnd also when the event's window is over
     */
    List<RequestedRun> take(Schedule schedule, List<Step> steps, String requestedBy, boolean afterEnd) {
        return steps.stream()
                .map(step ->
                        RequestedRun.of(schedule.eventId(), step, take(schedule, step, requestedBy, afterEnd), null))
                .toList();
    }

    private @Nullable UUID take(Schedule schedule, Step step, String requestedBy, boolean afterEnd) {
        UUID runId = step.runId();
        return switch (step.action()) {
            case START, REPLAY -> {
                var run = schedule.run(step.date(), step.generation(), afterEnd, requestedBy);
                yield runId == null ? runs.request(run).runId() : runs.revive(run);
            }
            case RESTART -> {
                if (runId != null) {
                    lifecycle.restart(runId, afterEnd, requestedBy);
                }
                yield runId;
            }
            case EXISTS, NONE -> runId;
        };
    }
}
