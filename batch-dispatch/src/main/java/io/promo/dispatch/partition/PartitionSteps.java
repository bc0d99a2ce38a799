package io.promo.dispatch.partition;

import java.util.Locale;
import org.springframework.batch.core.step.StepExecution;

/** Names of partitions' step executions: {@code partition:00042}. */
public final class PartitionSteps {

    /** The worker step. */
    public static final String STEP = "partition";

    private PartitionSteps() {}

    /** The partition's name within the step, the same for each attempt. */
    public static String name(int partitionNo) {
        return String.format(Locale.ROOT, "%05d", partitionNo);
    }

    /** The partition's number from the name of its step execution. */
    public static int partitionNo(StepExecution execution) {
        return Integer.parseInt(execution.getStepName().substring(STEP.length() + 1));
    }
}
