package io.promo.dispatch.job;

import io.promo.dispatch.partition.OpenSteps;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Brings what earlier attempts left in the job repository to where a new one can start. A process that died left its
 * executions as running for ever: they are stopped, given time to come to rest, fenced off and marked failed, in that
 * order.
 */
@Component
@Profile("manager")
class JobHistory {

    private static final Logger log = LoggerFactory.getLogger(JobHistory.class);
    private static final Duration REST = Duration.ofSeconds(15);

    private final JobRepository repository;
    private final JobOperator operator;
    private final JobStop stop;
    private final OpenSteps openSteps;
    private final Ownership ownership;

    JobHistory(JobRepository repository, JobOperator operator, JobStop stop, OpenSteps openSteps, Ownership ownership) {
        this.repository = repository;
        this.operator = operator;
        this.stop = stop;
        this.openSteps = openSteps;
        this.ownership = ownership;
    }

    /**
     * Prepares the run's job. True when the job is complete and there is nothing to start.
     *
     * @throws OwnershipLostException when the run, the caller's at first, is another's by now
     */
    boolean prepare(UUID runId) throws InterruptedException {
        JobInstance instance = repository.getJobInstance(DispatchJob.NAME, RunParameters.of(runId));
        if (instance == null) {
            return false;
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // A crash between the two inserts; Batch would refuse the instance for ever.
            log.info("Run {}: job instance {} has no execution and is deleted", runId, instance.getInstanceId());
            repository.deleteJobInstance(instance);
            return false;
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return true;
        }
        if (isUnfinished(last)) {
            recover(runId, last);
        }
        ownership.holding(runId, () -> openSteps.closeAll(runId));
        repair(Objects.requireNonNull(repository.getJobExecution(last.getId())));
        return false;
    }

    private static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus().isRunning()
                || execution.getStepExecutions().stream()
                        .anyMatch(step -> step.getStatus().isRunning());
    }

    private void recover(UUID runId, JobExecution last) throws InterruptedException {
        log.info("Run {}: recovers job execution {}", runId, last.getId());
        stop.request(last.getId());
        long deadline = System.nanoTime() + REST.toNanos();
        while (openSteps.tally(runId).executing() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        // From here on nobody can record anything for the old executions, so that recovering them meets no resistance.
        ownership.holding(runId, () -> openSteps.closeAll(runId));
        operator.recover(Objects.requireNonNull(repository.getJobExecution(last.getId())));
    }

    /** Batch never restarts what it calls unknown; here the fence has made sure that it is merely failed. */
    private void repair(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }
}
