package io.promo.dispatch.job;

import io.promo.dispatch.guard.Failures;
import io.promo.dispatch.partition.OpenSteps;
import io.promo.dispatch.run.Desired;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.RunEnd;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.Runs;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what the end of a job means for its run. */
@Service
@Profile("manager")
class Outcome {

    private static final Logger log = LoggerFactory.getLogger(Outcome.class);

    private final Runs runs;
    private final RunEnd end;
    private final Ownership ownership;
    private final OpenSteps openSteps;

    Outcome(Runs runs, RunEnd end, Ownership ownership, OpenSteps openSteps) {
        this.runs = runs;
        this.end = end;
        this.ownership = ownership;
        this.openSteps = openSteps;
    }

    /** The job ended with the given status; failures are those of this attempt. */
    @Transactional
    public void conclude(UUID runId, JobExecution execution) {
        conclude(runId, execution.getStatus(), execution.getAllFailureExceptions());
    }

    /** There was nothing to do: the job was complete, or nobody wants the run any more. */
    @Transactional
    public void conclude(UUID runId, BatchStatus status) {
        conclude(runId, status, List.of());
    }

    /** The attempt broke off; another follows after a while. */
    @Transactional
    public void postpone(UUID runId, Throwable failure) {
        if (ownership.hold(runId)) {
            String reason = Failures.reason(failure);
            long seconds = ownership.postpone(runId, reason).toSeconds();
            log.warn("Run {} broke off; another attempt in {} s: {}", runId, seconds, reason);
        }
    }

    private void conclude(UUID runId, BatchStatus status, List<Throwable> failures) {
        if (!ownership.hold(runId)) {
            return;
        }
        Run run = runs.find(runId).orElseThrow();
        if (status == BatchStatus.COMPLETED) {
            settle(run, RunState.COMPLETED, null);
            return;
        }
        if (run.desired() == Desired.CANCELLED) {
            // Whatever else went wrong: nothing of it may be restarted.
            settle(run, RunState.CANCELLED, null);
            return;
        }
        String failed = openSteps.failure(runId).orElse(null);
        Throwable passing =
                failures.stream().filter(Failures::mayPass).findFirst().orElse(null);
        if (status == BatchStatus.FAILED && (failed != null || passing == null) && !failures.isEmpty()) {
            settle(run, RunState.FAILED, failed != null ? failed : Failures.reason(failures.get(0)));
        } else if (run.desired() != Desired.RUNNING) {
            settle(run, RunState.valueOf(run.desired().name()), null);
        } else if (passing != null) {
            postpone(runId, passing);
        } else {
            // It was stopped, but is wanted again.
            ownership.release(runId);
        }
    }

    private void settle(Run run, RunState state, @Nullable String reason) {
        end.settle(run.runId(), state, reason);
        log.info("Run {} of event {}, {}: {}", run.runId(), run.eventId(), run.dispatchDate(), state);
    }
}
