package io.promo.dispatch.run;

/** What is so with a run. */
public enum RunState {
    /** Waits for the sweeper to start or restart it. */
    DUE,
    RUNNING,
    PAUSED,
    STOPPED,
    FAILED,
    COMPLETED,
    /** Its day went by before it could start; only a backfill sends it. */
    MISSED,
    CANCELLED
}
