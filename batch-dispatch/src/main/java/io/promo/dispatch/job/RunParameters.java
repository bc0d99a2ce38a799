package io.promo.dispatch.job;

import java.util.Objects;
import java.util.UUID;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** The job's identity: the run's id and nothing else. */
final class RunParameters {

    private static final String RUN_ID = "run_id";

    private RunParameters() {}

    static JobParameters of(UUID runId) {
        return new JobParametersBuilder().addString(RUN_ID, runId.toString()).toJobParameters();
    }

    static UUID runId(JobExecution execution) {
        return UUID.fromString(
                Objects.requireNonNull(execution.getJobParameters().getString(RUN_ID), "job without run_id"));
    }
}
