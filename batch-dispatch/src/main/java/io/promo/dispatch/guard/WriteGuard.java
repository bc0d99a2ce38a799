package io.promo.dispatch.guard;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Decides over each change of an execution that Spring Batch wants to record: runs the write, leaves it or throws. */
public interface WriteGuard {

    /** A step execution's state is to be recorded. */
    void update(StepExecution execution, Runnable write);

    /** A step execution's context is to be recorded. */
    void updateContext(StepExecution execution, Runnable write);

    /** A job execution's state or context is to be recorded. */
    void update(JobExecution execution, Runnable write);
}
