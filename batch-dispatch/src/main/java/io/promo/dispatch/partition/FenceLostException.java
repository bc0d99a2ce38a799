package io.promo.dispatch.partition;

/** Another process has taken over the step execution; whatever this one still wants to record is void. */
public class FenceLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FenceLostException(Claim claim) {
        super("step execution " + claim.stepExecutionId() + " was taken over after epoch " + claim.epoch());
    }
}
