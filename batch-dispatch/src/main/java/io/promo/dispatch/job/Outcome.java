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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what the end of a job means for its run. */
@Service
@Profile("manager")
class Outcome {

    private static final Logger log = LoggerFactory.getLogger(Outcome.class);

    private final Runs runs;
    private final RunEnd end;
    private final Ownership ownership;
    private final OpenSteps openSteps;
    private final RunNotes notes;
    private final TransactionTemplate transaction;

    Outcome(
            Runs runs,
            RunEnd end,
            Ownership ownership,
            OpenSteps openSteps,
            RunNotes notes,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.end = end;
        this.ownership = ownership;
        this.openSteps = openSteps;
        this.notes = notes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The job ended with the given status; failures are those of this attempt. */
    void conclude(UUID runId, JobExecution execution) {
        conclude(runId, execution.getStatus(), execution.getAllFailureExceptions());
    }

    /** There was nothing to do: the job was complete, or nobody wants the run any more. */
    void conclude(UUID runId, BatchStatus status) {
        conclude(runId, status, List.of());
    }

    /** The attempt broke off; another follows after a while. */
    void postpone(UUID runId, Throwable failure) {
        transaction.executeWithoutResult(status -> postponeHeld(runId, failure));
    }

    private void postponeHeld(UUID runId, Throwable failure) {
        if (ownership.hold(runId)) {
            String reason = Failures.reason(failure);
            long seconds = ownership.postpone(runId, reason).toSeconds();
            log.warn("Run {} broke off; another attempt in {} s: {}", runId, seconds, reason);
        }
    }

    private void conclude(UUID runId, BatchStatus status, List<Throwable> failures) {
        Run run = runs.find(runId).orElseThrow();
        boolean counted = run.pastEnd();
        if (counted) {
            // Takes a scan of the customers: not while the run is locked.
            notes.ensureCounted(run);
        }
        transaction.executeWithoutResult(tx -> conclude(runId, status, failures, counted));
    }

    private void conclude(UUID runId, BatchStatus status, List<Throwable> failures, boolean counted) {
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
        } else if (run.pastEnd() && counted) {
            end.settlePastEnd(runId);
            log.info("Run {} of event {}, {}: stopped at the event's end", runId, run.eventId(), run.dispatchDate());
        } else if (run.desired() != Desired.RUNNING && !run.pastEnd()) {
            settle(run, RunState.valueOf(run.desired().name()), null);
        } else if (passing != null) {
            postponeHeld(runId, passing);
        } else {
            // It was stopped, but is wanted again, or met the end of its event only just now.
            ownership.release(runId);
        }
    }

    private void settle(Run run, RunState state, @Nullable String reason) {
        end.settle(run.runId(), state, reason);
        log.info("Run {} of event {}, {}: {}", run.runId(), run.eventId(), run.dispatchDate(), state);
    }
}
