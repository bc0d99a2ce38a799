package io.promo.dispatch.job;

import io.promo.dispatch.guard.Failures;
import io.promo.dispatch.message.InboxTemplates;
import io.promo.dispatch.partition.OpenSteps;
import io.promo.dispatch.partition.Requests;
import io.promo.dispatch.run.Desired;
import io.promo.dispatch.run.Run;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Sends a run's partitions to the workers and waits for their end by looking into the database, which is the truth, four
 * times a second or, near its end, more often. Only a window of requests is under way at a time, so that runs share the
 * workers fairly. Waits out failures that may pass, for as long as they last.
 */
@Component
@Profile("manager")
class PartitionDispatch implements PartitionHandler {

    private static final Logger log = LoggerFactory.getLogger(PartitionDispatch.class);
    private static final long POLL_MILLIS = 250;

    /** The last partitions at full speed take a fraction of a second: half of a longer poll were 5 % of a run of a million. */
    private static final long LAST_POLL_MILLIS = 50;

    /**
     * From then on, or when it is to stop, a run tells its progress as a share of the audience. The count scans all customers, a
     * twelfth of what the run costs; a run that completes before has been to all of them and knows.
     */
    private static final long COUNT_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int LAST_PARTITIONS = 4;
    private static final int WINDOW = 16;

    private final RunNotes notes;
    private final OpenSteps openSteps;
    private final Requests requests;
    private final InboxTemplates inbox;
    private final JobStop stop;

    PartitionDispatch(RunNotes notes, OpenSteps openSteps, Requests requests, InboxTemplates inbox, JobStop stop) {
        this.notes = notes;
        this.openSteps = openSteps;
        this.requests = requests;
        this.inbox = inbox;
        this.stop = stop;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        UUID runId = RunParameters.runId(manager.getJobExecution());
        try {
            splitter.split(manager, 1);
        } catch (OwnershipLostException e) {
            throw new JobInterruptedException(String.valueOf(e.getMessage()));
        }
        boolean prepared = false;
        boolean counted = false;
        long startedAt = System.nanoTime();
        while (true) {
            try {
                Run run = notes.requireDriven(runId);
                if (!counted
                        && (run.desired() != Desired.RUNNING || System.nanoTime() - startedAt > COUNT_AFTER_NANOS)) {
                    notes.countEligible(run);
                    counted = true;
                }
                OpenSteps.Tally tally = openSteps.tally(runId);
                if (tally.open() == 0) {
                    break;
                }
                if (run.desired() != Desired.RUNNING) {
                    stop.request(manager, runId);
                } else {
                    if (!prepared) {
                        inbox.prepare(run);
                        prepared = true;
                    }
                    int threads = notes.workerThreads();
                    requests.publish(runId, Math.max(WINDOW, 2 * threads) - tally.requested(), threads);
                    notes.clear(run);
                }
                boolean nearItsEnd =
                        tally.open() <= LAST_PARTITIONS && tally.executing() == tally.open() && run.maxRate() == null;
                TimeUnit.MILLISECONDS.sleep(nearItsEnd ? LAST_POLL_MILLIS : POLL_MILLIS);
            } catch (OwnershipLostException e) {
                throw new JobInterruptedException(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                waitOut(runId, e);
            }
        }
        conclude(manager, runId);
        return List.of();
    }

    /** What may pass is waited for; the rest fails the manager step and with it the run. */
    private void waitOut(UUID runId, RuntimeException failure) throws InterruptedException {
        if (!Failures.mayPass(failure)) {
            throw failure;
        }
        log.warn("Run {} waits: {}", runId, Failures.reason(failure));
        notes.explain(runId, Failures.reason(failure));
        TimeUnit.SECONDS.sleep(1);
    }

    private void conclude(StepExecution manager, UUID runId) throws JobExecutionException {
        String failure = openSteps.failure(runId).orElse(null);
        if (failure != null) {
            throw new JobExecutionException(failure);
        }
        if (!openSteps.allDone(runId)) {
            // Stopped on the way; Batch ends the job as stopped, and a restart goes on from here.
            manager.setTerminateOnly();
        }
    }
}
