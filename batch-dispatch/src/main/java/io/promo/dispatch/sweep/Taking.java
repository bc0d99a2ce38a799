package io.promo.dispatch.sweep;

import io.promo.dispatch.DispatchSettings;
import io.promo.dispatch.job.Drives;
import io.promo.dispatch.job.Ownership;
import io.promo.dispatch.job.RunDriver;
import io.promo.dispatch.run.RunsChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes runs that are due or abandoned and has them driven here, as many as may be under way at once. */
@Component
@Profile("manager")
class Taking {

    private static final Logger log = LoggerFactory.getLogger(Taking.class);

    private final Drives drives;
    private final Ownership ownership;
    private final RunDriver driver;
    private final DispatchSettings settings;
    private final Executor threads;
    private final TransactionTemplate transaction;

    Taking(
            Drives drives,
            Ownership ownership,
            RunDriver driver,
            DispatchSettings settings,
            @Qualifier("runThreads") Executor threads,
            PlatformTransactionManager transactions) {
        this.drives = drives;
        this.ownership = ownership;
        this.driver = driver;
        this.settings = settings;
        this.threads = threads;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes what there is to take; safe in several managers at once. */
    void takeRuns() {
        if (!driver.isRunning()) {
            return;
        }
        List<UUID> begun = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> {
                for (UUID runId : ownership.lockTakeable(settings.maxConcurrentRuns(), drives.driven())) {
                    if (drives.begin(runId)) {
                        begun.add(runId);
                        ownership.take(runId);
                    }
                }
            });
        } catch (RuntimeException e) {
            begun.forEach(drives::end);
            throw e;
        }
        begun.forEach(driver::drive);
    }

    /** Somebody wants something new of a run: no need to wait for the next sweep. */
    @TransactionalEventListener(fallbackExecution = true)
    public void on(RunsChanged changed) {
        if (driver.isRunning()) {
            threads.execute(this::takeOrLeave);
        }
    }

    private void takeOrLeave() {
        try {
            takeRuns();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Runs are left to the next sweep: {}", e.getMessage());
        }
    }
}
