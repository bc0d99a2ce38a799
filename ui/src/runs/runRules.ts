import type { PromoEvent, Run, RunState } from "../api/types";
import { runTexts } from "../texts/runs";
import { hasEnded } from "../time/window";

const OPEN: ReadonlySet<RunState> = new Set(["DUE", "RUNNING", "PAUSED"]);

/** Whether a run is not over: due, running or paused. */
export function isOpen(run: Run): boolean {
  return OPEN.has(run.state);
}

/** Whether a run moves by itself, so that it is worth watching. */
export function isMoving(run: Run): boolean {
  return run.state === "DUE" || run.state === "RUNNING";
}

export type Command = "pause" | "resume" | "stop" | "restart";

/** Something to do with a run; refused: why not now. */
type Offer = { command: Command; refused?: string };

/** What can be done with a run, as the service sees it; an event that is not known yet refuses nothing. */
export function offersOf(run: Run, event?: PromoEvent): Offer[] {
  if (isOpen(run)) {
    return openOffers(run);
  }
  if (run.state === "STOPPED" || run.state === "FAILED") {
    const cancelled = event?.status === "CANCELLED";
    return [cancelled ? { command: "restart", refused: runTexts.eventCancelled } : { command: "restart" }];
  }
  return [];
}

function openOffers(run: Run): Offer[] {
  switch (run.desired) {
    case "CANCELLED":
      return [{ command: "stop", refused: runTexts.cancelling }];
    case "STOPPED":
      return [{ command: "stop", refused: runTexts.stopping }];
    case "PAUSED":
      return [{ command: "resume" }, { command: "stop" }];
    case "RUNNING":
      return [{ command: "pause" }, { command: "stop" }];
  }
}

/** Whether the event's window is over, for the services; what is sent then is asked for explicitly. */
export function isOver(event: PromoEvent, now: number = Date.now()): boolean {
  return event.status === "EXPIRED" || hasEnded(event, now);
}

/** Why an event's days cannot be backfilled; null when they can. */
export function backfillRefusal(event: PromoEvent, anyDue: boolean): string | null {
  if (event.status === "DRAFT") {
    return runTexts.noBackfill.draft;
  }
  if (event.status === "CANCELLED") {
    return runTexts.noBackfill.cancelled;
  }
  return anyDue ? null : runTexts.noBackfill.future;
}
