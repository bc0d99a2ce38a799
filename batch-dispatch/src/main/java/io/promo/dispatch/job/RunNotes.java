package io.promo.dispatch.job;

import io.promo.dispatch.audience.EligibleCustomers;
import io.promo.dispatch.process.ProcessIdentity;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.Runs;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the driver of a run reads and notes while it waits. */
@Repository
@Profile("manager")
class RunNotes {

    private static final Logger log = LoggerFactory.getLogger(RunNotes.class);

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Drives drives;
    private final ProcessIdentity self;
    private final ExecutorService threads;

    RunNotes(
            JdbcClient jdbc,
            Runs runs,
            Drives drives,
            ProcessIdentity self,
            @Qualifier("runThreads") ExecutorService threads) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.drives = drives;
        this.self = self;
        this.threads = threads;
    }

    /**
     * The run as it is now.
     *
     * @throws OwnershipLostException when it is not this process's any more
     */
    Run requireDriven(UUID runId) {
        Run run = runs.find(runId).orElseThrow(() -> new OwnershipLostException(runId));
        if (!self.processId().equals(run.owner()) || !drives.isRecording(runId)) {
            drives.giveUp(runId);
            throw new OwnershipLostException(runId);
        }
        return run;
    }

    /** Partitions that live workers execute at once; the table of processes is scanned, it has a handful of rows. */
    int workerThreads() {
        return jdbc.sql("SELECT coalesce(sum(threads), 0) FROM process WHERE role = 'WORKER' AND ended_at IS NULL")
                .query(Integer.class)
                .single();
    }

    /** Shows operators why the run makes no progress. */
    void explain(UUID runId, String reason) {
        try {
            jdbc.sql("UPDATE run SET reason = ? WHERE run_id = ? AND owner = ?")
                    .params(reason, runId, self.processId())
                    .update();
        } catch (DataAccessException e) {
            // The dispatch database itself is away; the caller has logged why it waits.
            log.debug("Reason not noted", e);
        }
    }

    /** What was in the way is not any more. */
    void clear(Run run) {
        if (run.reason() != null) {
            jdbc.sql("UPDATE run SET reason = NULL WHERE run_id = ? AND owner = ?")
                    .params(run.runId(), self.processId())
                    .update();
        }
    }

    /** Counts the audience unless it has been: whoever stops at the end of the event says how many were left out. */
    void ensureCounted(Run run) {
        boolean counted = jdbc.sql("SELECT eligible IS NOT NULL FROM run WHERE run_id = ?")
                .param(run.runId())
                .query(Boolean.class)
                .single();
        if (!counted) {
            count(run);
        }
    }

    /** Counts the audience beside the work, unless it has been: it is what delivered rows are compared with, and takes a scan of customers. */
    void countEligible(Run run) {
        threads.execute(() -> {
            try {
                ensureCounted(run);
            } catch (DataAccessException e) {
                log.warn("Audience of run {} not counted: {}", run.runId(), e.getMessage());
            }
        });
    }

    private void count(Run run) {
        long eligible = jdbc.sql("SELECT count(*) FROM customer WHERE "
                        + EligibleCustomers.predicate(run.audience(), run.audienceAt()))
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE run SET eligible = ? WHERE run_id = ? AND eligible IS NULL")
                .params(eligible, run.runId())
                .update();
    }
}
