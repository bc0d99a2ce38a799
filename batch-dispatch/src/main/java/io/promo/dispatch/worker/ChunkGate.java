package io.promo.dispatch.worker;

import io.promo.dispatch.run.Run;
import java.time.Duration;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Asked before each chunk, outside of any transaction: may it be written, now? Ends the execution by handing it back
 * when the process drains or cannot prove that it lives, and when a rate limit would hold a thread that others need; ends it
 * as stopped when the run is not wanted any more, be it by people or because its event is over.
 */
final class ChunkGate implements StepInterruptionPolicy {

    private static final Duration STEP = Duration.ofMillis(250);

    private final Execution execution;
    private final Run run;
    private final PageReader reader;
    private final int pageSize;
    private final PartitionStep.Pacing pacing;

    ChunkGate(Execution execution, Run run, PageReader reader, int pageSize, PartitionStep.Pacing pacing) {
        this.execution = execution;
        this.run = run;
        this.reader = reader;
        this.pageSize = pageSize;
        this.pacing = pacing;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        checkProcess(step);
        if (reader.isExhausted()) {
            return;
        }
        checkRun(step);
        Integer limit = run.maxRate();
        while (limit != null && !pacing.rate().take(run.runId(), pageSize, limit)) {
            RunRate.Outlook outlook = pacing.rate().outlook(run.runId());
            if (outlook.others() && outlook.delay().compareTo(STEP) > 0) {
                execution.giveUp(outlook.delay(), false, null);
                throw stop(step, "makes way for other runs");
            }
            sleep(step, outlook.delay().compareTo(STEP) < 0 ? outlook.delay() : STEP);
            checkProcess(step);
            checkRun(step);
        }
    }

    /** Nothing is given up: Batch ends the step as stopped. */
    private void checkRun(StepExecution step) throws JobInterruptedException {
        if (!pacing.runs().isWanted(run.runId())) {
            throw stop(step, "the run is not wanted any more");
        }
    }

    private void checkProcess(StepExecution step) throws JobInterruptedException {
        if (pacing.executions().isDraining()) {
            execution.giveUp(Duration.ZERO, false, null);
            throw stop(step, "the process is ending");
        }
        if (!pacing.heartbeat().isConfirmed()) {
            execution.giveUp(Duration.ZERO, false, "worker could not confirm its heartbeat");
            throw stop(step, "no heartbeat");
        }
    }

    private void sleep(StepExecution step, Duration duration) throws JobInterruptedException {
        try {
            Thread.sleep(Math.max(1, duration.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            execution.giveUp(Duration.ZERO, false, null);
            throw stop(step, "interrupted");
        }
    }

    /** Without the flag, Batch would leave the loop of chunks and take the step for completed. */
    private static JobInterruptedException stop(StepExecution step, String why) {
        step.setTerminateOnly();
        return new JobInterruptedException(why);
    }
}
