package io.promo.dispatch.worker;

import io.promo.dispatch.DispatchSettings;
import io.promo.dispatch.guard.GuardedJobRepository;
import io.promo.dispatch.message.MessageRows;
import io.promo.dispatch.partition.Claims;
import io.promo.dispatch.partition.PartitionSteps;
import io.promo.dispatch.partition.Range;
import io.promo.dispatch.process.Heartbeat;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.Runs;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the worker step, one for each execution, so that none shares state with another. An item is a page of
 * customers: what the framework costs is paid once a page.
 */
@Component
@Profile("worker")
class PartitionStep {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final DataSource dispatch;
    private final DataSource inbox;
    private final Claims claims;
    private final Pacing pacing;

    /** What decides over the pace of chunks. */
    @Component
    @Profile("worker")
    record Pacing(DispatchSettings settings, Runs runs, RunRate rate, Heartbeat heartbeat, Executions executions) {}

    PartitionStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource dispatch,
            @Qualifier("inbox") DataSource inbox,
            Claims claims,
            Pacing pacing) {
        this.repository = repository;
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.inbox = inbox;
        this.claims = claims;
        this.pacing = pacing;
    }

    Step forExecution(Execution execution, Run run, Range range) {
        int pageSize = RunRate.pageSize(run, pacing.settings().pageSize());
        PageReader reader = new PageReader(dispatch, inbox, run, range, pageSize);
        Fence fence = new Fence(execution, claims, new TransactionTemplate(transactions));
        return new ChunkOrientedStepBuilder<MessageRows, MessageRows>(
                        PartitionSteps.STEP, GuardedJobRepository.of(repository, fence), 1)
                .transactionManager(transactions)
                .reader(reader)
                .writer(new InboxWriter(inbox, execution))
                .interruptionPolicy(new ChunkGate(execution, run, reader, pageSize, pacing))
                .build();
    }
}
