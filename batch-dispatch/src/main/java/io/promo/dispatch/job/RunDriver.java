package io.promo.dispatch.job;

import io.promo.dispatch.run.Desired;
import io.promo.dispatch.run.Runs;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Drives the runs this process owns, each on a thread: prepares what earlier attempts left, starts or restarts the job,
 * waits for its end and concludes the run. On shutdown it lets go of them where they are; workers go on, and the next
 * manager takes the runs over.
 */
@Component
@Profile("manager")
public class RunDriver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunDriver.class);

    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final JobOperator operator;
    private final Job job;
    private final JobHistory history;
    private final Outcome outcome;
    private final Runs runs;
    private final Drives drives;
    private final Ownership ownership;
    private final ExecutorService threads;
    private volatile boolean running;

    RunDriver(
            JobOperator operator,
            Job job,
            JobHistory history,
            Outcome outcome,
            Runs runs,
            Drives drives,
            Ownership ownership,
            @Qualifier("runThreads") ExecutorService threads) {
        this.operator = operator;
        this.job = job;
        this.history = history;
        this.outcome = outcome;
        this.runs = runs;
        this.drives = drives;
        this.ownership = ownership;
        this.threads = threads;
    }

    /** Drives a run that has been begun in {@link Drives} and taken in {@link Ownership}. */
    public void drive(UUID runId) {
        threads.execute(() -> {
            try {
                attempt(runId);
            } catch (DataAccessException | TransactionException e) {
                // Stays in this process's name until the database is back; then releaseForgotten lets go of it.
                log.warn("Run {} broke off: {}", runId, e.getMessage());
            } finally {
                drives.end(runId);
            }
        });
    }

    private void attempt(UUID runId) {
        try {
            if (history.prepare(runId)) {
                outcome.conclude(runId, BatchStatus.COMPLETED);
            } else if (runs.find(runId).orElseThrow().desired() != Desired.RUNNING) {
                outcome.conclude(runId, BatchStatus.STOPPED);
            } else {
                JobExecution execution = operator.start(job, RunParameters.of(runId));
                if (drives.isRecording(runId)) {
                    outcome.conclude(runId, execution);
                }
            }
        } catch (OwnershipLostException e) {
            log.info("Run {} is left to its new owner: {}", runId, e.getMessage());
        } catch (JobInstanceAlreadyCompleteException e) {
            outcome.conclude(runId, BatchStatus.COMPLETED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (JobExecutionException | RuntimeException e) {
            log.warn("Run {} broke off", runId, e);
            outcome.postpone(runId, e);
        }
    }

    /** Brings the table in line with what is really driven here: a release may not have arrived. */
    @Scheduled(fixedDelay = 2_000)
    void releaseForgotten() {
        if (running) {
            ownership.releaseAllBut(drives.driven(), SETTLED);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        drives.giveUpAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(3, TimeUnit.SECONDS)) {
                log.warn("Runs are still driven; they are let go of all the same");
            }
            ownership.releaseAllBut(List.of(), Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.warn("Runs not let go of; the next manager finds out: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server and after nothing. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
