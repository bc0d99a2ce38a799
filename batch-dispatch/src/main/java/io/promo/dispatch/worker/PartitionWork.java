package io.promo.dispatch.worker;

import io.promo.dispatch.guard.Failures;
import io.promo.dispatch.partition.Claim;
import io.promo.dispatch.partition.Claims;
import io.promo.dispatch.partition.PartitionSteps;
import io.promo.dispatch.partition.Range;
import io.promo.dispatch.partition.Ranges;
import io.promo.dispatch.run.Run;
import io.promo.dispatch.run.Runs;
import io.promo.events.dispatch.DispatchRequest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a worker does with a request: claim the step execution, refuse it when it is stale, else execute it. */
@Component
@Profile("worker")
class PartitionWork {

    private static final Logger log = LoggerFactory.getLogger(PartitionWork.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Claims claims;
    private final Executions executions;
    private final Takeover takeover;
    private final Runs runs;
    private final Ranges ranges;
    private final Steps steps;

    /** Batch's own parts. */
    @Component
    @Profile("worker")
    record Steps(PartitionStep step, JobRepository repository) {}

    PartitionWork(Claims claims, Executions executions, Takeover takeover, Runs runs, Ranges ranges, Steps steps) {
        this.claims = claims;
        this.executions = executions;
        this.takeover = takeover;
        this.runs = runs;
        this.ranges = ranges;
        this.steps = steps;
    }

    /**
     * Executes the request to its end, unless somebody else does or did.
     *
     * @throws PoisonException when it can never be executed
     */
    void execute(DispatchRequest request) {
        long id = request.stepExecutionId();
        if (!executions.begin(id)) {
            claims.recordStale(id, "is being executed here");
            return;
        }
        try {
            Optional<Claim> claim = claims.claim(id);
            if (claim.isPresent()) {
                execute(claim.get());
            } else if (claims.isKnown(id)) {
                log.debug("Step execution {} is another's, or over", id);
                claims.recordStale(id, "held by a live process, or over");
            } else {
                throw new PoisonException("no step execution " + id);
            }
        } finally {
            executions.end(id);
        }
    }

    private void execute(Claim claim) {
        Execution execution = new Execution(claim);
        try {
            takeover.fromTheDead();
            if (claims.isExecutable(claim.stepExecutionId())) {
                step(execution);
            } else {
                claims.recordStale(claim.stepExecutionId(), "its job is over");
                claims.drop(claim);
                execution.end();
            }
        } catch (PoisonException e) {
            throw e;
        } catch (RuntimeException e) {
            execution.giveUp(RETRY_AFTER, !Failures.mayPass(e), Failures.reason(e));
            log.warn("Partition {} of run {} handed back", claim.partitionNo(), claim.runId(), e);
        } finally {
            handBack(execution);
        }
    }

    private void step(Execution execution) {
        Claim claim = execution.claim();
        Run run = runs.find(claim.runId()).orElseThrow();
        Range range = ranges.get(claim.runId(), claim.partitionNo());
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(steps.repository());
        handler.setStepLocator(name -> steps.step().forExecution(execution, run, range));
        // Reads the step execution afresh, now that it is claimed.
        StepExecution ended = handler.handle(new StepExecutionRequest(PartitionSteps.STEP, claim.stepExecutionId()));
        if (execution.isOver() && ended.getStatus() == BatchStatus.FAILED) {
            throw new PoisonException(
                    "partition failed for good", ended.getFailureExceptions().get(0));
        }
    }

    private void handBack(Execution execution) {
        String fenceLost = execution.fenceLost();
        if (fenceLost != null) {
            claims.recordStale(execution.claim().stepExecutionId(), fenceLost);
            return;
        }
        Execution.HandBack handBack = execution.handBack();
        if (handBack == null && !execution.isOver()) {
            handBack = new Execution.HandBack(RETRY_AFTER, false, "ended without a result");
        }
        if (handBack != null
                && !claims.release(execution.claim(), handBack.delay(), handBack.failedTry(), handBack.reason())) {
            claims.recordStale(execution.claim().stepExecutionId(), "fenced: another's by the time it was handed back");
        }
    }
}
