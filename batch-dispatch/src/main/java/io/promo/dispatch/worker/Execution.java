package io.promo.dispatch.worker;

import io.promo.dispatch.partition.Claim;
import io.promo.dispatch.partition.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step execution in this process's hands. Once it is over or given up, nothing more of it is recorded: what is given
 * up looks as if the process had died after the last committed chunk, and resumes there.
 */
final class Execution {

    /** How an execution is given up. */
    record HandBack(
            Duration delay, boolean failedTry, @Nullable String reason) {}

    private final Claim claim;
    private volatile @Nullable HandBack handBack;
    private volatile @Nullable String fenceLost;
    private boolean started;
    private boolean over;
    private Progress unrecorded = Progress.NONE;

    Execution(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    /** Gives it up; the first reason stands. */
    void giveUp(Duration delay, boolean failedTry, @Nullable String reason) {
        if (handBack == null) {
            handBack = new HandBack(delay, failedTry, reason);
        }
    }

    @Nullable
    HandBack handBack() {
        return handBack;
    }

    /** Somebody else has it: nothing is left to hand back. */
    void loseFence(String why) {
        fenceLost = why;
        giveUp(Duration.ZERO, false, null);
    }

    @Nullable
    String fenceLost() {
        return fenceLost;
    }

    /** Whether anything may still be recorded. */
    boolean isRecording() {
        return handBack == null && !over;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** 1 the first time, then 0. */
    int firstAttempt() {
        int attempts = started ? 0 : 1;
        started = true;
        return attempts;
    }

    /** A chunk is in the inbox; it counts once its metadata is committed. */
    void wrote(Progress progress) {
        unrecorded = progress;
    }

    Progress takeUnrecorded() {
        Progress progress = unrecorded;
        unrecorded = Progress.NONE;
        return progress;
    }
}
