package io.promo.dispatch.job;

import io.promo.dispatch.partition.OpenSteps;
import io.promo.dispatch.partition.PartitionSteps;
import io.promo.dispatch.partition.Range;
import io.promo.dispatch.partition.Ranges;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.PartitionNameProvider;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Splits a run into step executions, all in one transaction with its ranges and claims: a crash leaves the whole split
 * or none of it, and only the run's owner splits. A restart keeps the ranges and splits off only what is not completed.
 */
@Component
@Profile("manager")
class RunSplitter implements StepExecutionSplitter {

    private final JobRepository repository;
    private final Ranges ranges;
    private final OpenSteps openSteps;
    private final Ownership ownership;
    private final TransactionTemplate transaction;

    RunSplitter(
            JobRepository repository,
            Ranges ranges,
            OpenSteps openSteps,
            Ownership ownership,
            PlatformTransactionManager transactions) {
        this.ownership = ownership;
        this.repository = repository;
        this.ranges = ranges;
        this.openSteps = openSteps;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String getStepName() {
        return PartitionSteps.STEP;
    }

    @Override
    public Set<StepExecution> split(StepExecution manager, int gridSize) throws JobExecutionException {
        UUID runId = RunParameters.runId(manager.getJobExecution());
        try {
            return transaction.execute(status -> split(manager, gridSize, runId));
        } catch (SplitException e) {
            throw e.cause();
        }
    }

    private Set<StepExecution> split(StepExecution manager, int gridSize, UUID runId) {
        if (!ownership.hold(runId)) {
            throw new OwnershipLostException(runId);
        }
        try {
            List<Range> cut = ranges.ensure(runId);
            Set<StepExecution> executions = new SimpleStepExecutionSplitter(
                            repository, PartitionSteps.STEP, new KnownRanges(cut))
                    .split(manager, gridSize);
            openSteps.open(runId, executions);
            return executions;
        } catch (JobExecutionException e) {
            throw new SplitException(e);
        }
    }

    /** Carries the checked exception out of the transaction, which it rolls back. */
    private static final class SplitException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final JobExecutionException refused;

        SplitException(JobExecutionException refused) {
            super(refused);
            this.refused = refused;
        }

        JobExecutionException cause() {
            return refused;
        }
    }

    /** Names and contexts of ranges that are known already, so that a restart does not partition anew. */
    private record KnownRanges(List<Range> ranges) implements Partitioner, PartitionNameProvider {

        @Override
        public Map<String, ExecutionContext> partition(int gridSize) {
            Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
            for (Range range : ranges) {
                ExecutionContext context = new ExecutionContext();
                context.putString("firstUser", range.firstUser().toString());
                context.putString("lastUser", range.lastUser().toString());
                contexts.put(PartitionSteps.name(range.partitionNo()), context);
            }
            return contexts;
        }

        @Override
        public Collection<String> getPartitionNames(int gridSize) {
            return ranges.stream()
                    .map(range -> PartitionSteps.name(range.partitionNo()))
                    .toList();
        }
    }
}
