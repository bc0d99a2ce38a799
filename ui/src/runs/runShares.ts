import type { Run } from "../api/types";

/** How much of a run is done, failed and left; together 1. */
type Shares = { done: number; failed: number; remaining: number };

/**
 * Done is counted in customers, or in partitions as long as the audience is not counted. What is not done is failed as far as
 * the partitions that are not done are.
 */
export function sharesOf(run: Run): Shares {
  const { queued, running, failed } = run.partitions;
  const open = queued + running + failed;
  const done = doneShare(run);
  const lost = open === 0 ? 0 : (1 - done) * (failed / open);
  return { done, failed: lost, remaining: 1 - done - lost };
}

function doneShare(run: Run): number {
  const { state, eligible, partitions } = run;
  if (state === "COMPLETED") {
    return 1;
  }
  if (eligible != null && eligible > 0) {
    return Math.min(1, handledOf(run) / eligible);
  }
  return partitions.total === 0 ? 0 : partitions.done / partitions.total;
}

/** Customers who need nothing more: they have the message, or had unsubscribed when it was their turn. */
export function handledOf(run: Run): number {
  return run.delivered + run.unsubscribed;
}

/** Customers who are not handled yet; null when the audience is not counted. */
export function remainingOf(run: Run): number | null {
  return run.eligible == null ? null : Math.max(0, run.eligible - handledOf(run));
}

/** Customers who were handled and had the message before. */
export function skippedOf(run: Run): number {
  return Math.max(0, run.delivered - run.inserted);
}

type Timed = { startedAt?: string | null; endedAt?: string | null };

/** How long a run or a partition has taken from its first start, pauses included; null before. */
export function secondsOf({ startedAt, endedAt }: Timed, now: number = Date.now()): number | null {
  if (startedAt == null) {
    return null;
  }
  const end = endedAt == null ? now : new Date(endedAt).getTime();
  return Math.max(0, (end - new Date(startedAt).getTime()) / 1000);
}
