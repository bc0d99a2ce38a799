package io.promo.dispatch.job;

import io.promo.dispatch.partition.OpenSteps;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Stops a job at the next chunk boundaries: workers notice when they record their chunk. Step executions that nobody
 * executes are ended here, so that a stop does not wait for workers that are not there.
 */
@Component
@Profile("manager")
class JobStop {

    private final JobOperator operator;
    private final JobRepository repository;
    private final OpenSteps openSteps;
    private final Ownership ownership;

    JobStop(JobOperator operator, JobRepository repository, OpenSteps openSteps, Ownership ownership) {
        this.operator = operator;
        this.repository = repository;
        this.openSteps = openSteps;
        this.ownership = ownership;
    }

    /**
     * Safe to repeat until nothing is open any more.
     *
     * @throws OwnershipLostException when the run is another's by now
     */
    void request(StepExecution manager, UUID runId) {
        request(manager.getJobExecutionId());
        ownership.holding(runId, () -> endIdle(openSteps.closeIdle(runId)));
    }

    /** Marks the job; does not wait for anybody. */
    void request(long jobExecutionId) {
        JobExecution execution = Objects.requireNonNull(repository.getJobExecution(jobExecutionId));
        if (execution.getStatus() == BatchStatus.STARTED || execution.getStatus() == BatchStatus.STARTING) {
            try {
                operator.stop(execution);
            } catch (JobExecutionNotRunningException e) {
                // It ended between the look and the stop: nothing is left to stop.
                return;
            }
        }
    }

    private void endIdle(List<Long> stepExecutionIds) {
        for (long id : stepExecutionIds) {
            StepExecution step = Objects.requireNonNull(repository.getStepExecution(id));
            step.setStatus(BatchStatus.STOPPED);
            step.setExitStatus(ExitStatus.STOPPED);
            step.setEndTime(LocalDateTime.now());
            repository.update(step);
        }
    }
}
