package io.promo.dispatch.run;

/** What people want of a run; the sweeper brings its {@link RunState} there. Only RUNNING is ever started or restarted. */
public enum Desired {
    RUNNING,
    PAUSED,
    STOPPED,
    CANCELLED
}
