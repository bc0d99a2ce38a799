package io.promo.dispatch.job;

import io.promo.dispatch.guard.WriteGuard;
import java.util.UUID;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets only the run's owner record what becomes of its job. */
@Component
@Profile("manager")
class RunGuard implements WriteGuard {

    private final Drives drives;
    private final Ownership ownership;
    private final TransactionTemplate transaction;

    RunGuard(Drives drives, Ownership ownership, PlatformTransactionManager transactions) {
        this.drives = drives;
        this.ownership = ownership;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void update(StepExecution execution, Runnable write) {
        guarded(RunParameters.runId(execution.getJobExecution()), write);
    }

    @Override
    public void updateContext(StepExecution execution, Runnable write) {
        guarded(RunParameters.runId(execution.getJobExecution()), write);
    }

    @Override
    public void update(JobExecution execution, Runnable write) {
        guarded(RunParameters.runId(execution), write);
    }

    private void guarded(UUID runId, Runnable write) {
        if (!drives.isRecording(runId)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (!ownership.hold(runId)) {
                drives.giveUp(runId);
                throw new OwnershipLostException(runId);
            }
            write.run();
        });
    }
}
