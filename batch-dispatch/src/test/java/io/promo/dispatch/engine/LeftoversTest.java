package io.promo.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.dispatch.run.RunLifecycle;
import io.promo.dispatch.run.RunState;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager that was killed between any two of its steps leaves something behind; none of it bricks the date. */
@EngineTest
class LeftoversTest {

    @Autowired
    World world;

    @Autowired
    JobRepository repository;

    @Autowired
    RunLifecycle lifecycle;

    @Autowired
    JobOperatorTestUtils batch;

    private final UUID event = UUID.randomUUID();
    private UUID run;
    private JobParameters parameters;
    private JobExecution execution;

    @BeforeEach
    void pausedRun() {
        world.customers(600);
        world.workers(1);
        run = world.pausedRun(event);
        parameters =
                new JobParametersBuilder().addString("run_id", run.toString()).toJobParameters();
    }

    @Test
    void shouldStartAfterAKillBetweenJobInstanceAndJobExecution() {
        repository.createJobInstance("dispatch", parameters);

        resumeAndExpectCompletion();
    }

    @Test
    void shouldStartAfterAKillBeforeTheFirstStep() {
        JobInstance instance = repository.createJobInstance("dispatch", parameters);
        repository.createJobExecution(instance, parameters, new ExecutionContext());

        resumeAndExpectCompletion();
    }

    @Test
    void shouldStartAfterAKillBetweenStepAndSplit() {
        started();
        StepExecution manager = repository.createStepExecution("manager", execution);
        manager.setStatus(BatchStatus.STARTED);
        repository.update(manager);

        resumeAndExpectCompletion();
    }

    @Test
    void shouldStartAfterAnUnknownEnd() {
        started();
        StepExecution manager = repository.createStepExecution("manager", execution);
        manager.setStatus(BatchStatus.UNKNOWN);
        repository.update(manager);
        execution.setStatus(BatchStatus.UNKNOWN);
        repository.update(execution);

        resumeAndExpectCompletion();
    }

    @Test
    void shouldRecordNothingOfAJobWhoseRunIsNotDrivenHere() throws Exception {
        JobExecution stray = batch.startJob(parameters);

        JobExecution recorded = repository.getJobExecution(stray.getId());
        assertThat(recorded.getStatus()).isEqualTo(BatchStatus.STARTING);
        assertThat(recorded.getStepExecutions())
                .extracting(StepExecution::getStepName)
                .containsExactly("manager");
        assertThat(world.run(run).partitions().total()).isZero();
        resumeAndExpectCompletion();
    }

    @Test
    void shouldConcludeAfterAKillBetweenJobAndRun() {
        started();
        execution.setStatus(BatchStatus.COMPLETED);
        repository.update(execution);

        lifecycle.resume(run, false, "test");

        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.run(run).delivered()).isZero();
    }

    private void started() {
        JobInstance instance = repository.createJobInstance("dispatch", parameters);
        execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
        execution.setStatus(BatchStatus.STARTED);
        repository.update(execution);
    }

    private void resumeAndExpectCompletion() {
        lifecycle.resume(run, false, "test");
        world.awaitState(run, RunState.COMPLETED);
        assertThat(world.run(run).delivered()).isEqualTo(600);
        assertThat(world.oracle(event)).isEqualTo(World.Oracle.CLEAN);
    }
}
