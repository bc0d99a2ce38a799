package io.promo.dispatch.worker;

import io.promo.dispatch.guard.Failures;
import io.promo.dispatch.guard.WriteGuard;
import io.promo.dispatch.partition.Claims;
import io.promo.dispatch.partition.FenceLostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands between a step and the job repository: each change of the step execution is recorded together with the
 * partition's progress, in one transaction and only under the claim's epoch. A failure that may pass, or has not been
 * tried often enough, is not recorded at all; the partition is handed back instead.
 */
final class Fence implements WriteGuard {

    private static final Logger log = LoggerFactory.getLogger(Fence.class);
    private static final int MAX_TRIES = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Execution execution;
    private final Claims claims;
    private final TransactionTemplate transaction;

    Fence(Execution execution, Claims claims, TransactionTemplate transaction) {
        this.execution = execution;
        this.claims = claims;
        this.transaction = transaction;
    }

    @Override
    public void update(StepExecution step, Runnable write) {
        if (step.getStatus() == BatchStatus.FAILED && execution.isRecording()) {
            judge(step);
        }
        if (!execution.isRecording()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> record(step, write));
        } catch (FenceLostException e) {
            execution.loseFence("fenced: " + e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            // Whether it was committed is unknown; the database says so to whoever comes next.
            execution.giveUp(RETRY_AFTER, !Failures.mayPass(e), Failures.reason(e));
            throw e;
        }
    }

    /** Only with a chunk: outside of its transaction the context may be ahead of what was committed. */
    @Override
    public void updateContext(StepExecution step, Runnable write) {
        if (execution.isRecording() && TransactionSynchronizationManager.isActualTransactionActive()) {
            write.run();
        }
    }

    @Override
    public void update(JobExecution job, Runnable write) {
        throw new IllegalStateException("a worker does not change job execution " + job.getId());
    }

    private void record(StepExecution step, Runnable write) {
        if (step.getStatus().isRunning()) {
            claims.record(execution.claim(), execution.firstAttempt(), execution.takeUnrecorded());
            write.run();
        } else {
            claims.finish(execution.claim(), state(step.getStatus()), reason(step));
            write.run();
            execution.end();
        }
    }

    private void judge(StepExecution step) {
        Throwable failure = step.getFailureExceptions().get(0);
        String reason = Failures.reason(failure);
        boolean mayPass = Failures.mayPass(failure);
        if (mayPass || execution.claim().failures() + 1 < MAX_TRIES) {
            log.warn(
                    "Partition {} of run {} handed back: {}",
                    execution.claim().partitionNo(),
                    execution.claim().runId(),
                    reason);
            execution.giveUp(RETRY_AFTER, !mayPass, reason);
        } else {
            log.error(
                    "Partition {} of run {} failed for good",
                    execution.claim().partitionNo(),
                    execution.claim().runId(),
                    failure);
        }
    }

    private static String state(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> "DONE";
            case STOPPED -> "QUEUED";
            default -> "FAILED";
        };
    }

    private static @Nullable String reason(StepExecution step) {
        return step.getStatus() == BatchStatus.FAILED
                        && !step.getFailureExceptions().isEmpty()
                ? Failures.reason(step.getFailureExceptions().get(0))
                : null;
    }
}
