import type { PromoEvent, RequestedRun } from "../api/types";
import { datesOf } from "../time/window";
import { today } from "../time/zone";
import type { Day } from "./eventDays";

/** First and last date, both included. */
export type BackfillRange = { from: string; to: string };

/** What to begin with: from the first to the last missed day, or all days that have come when none was missed. */
export function rangeOf(past: readonly Day[]): BackfillRange {
  const missed = past.filter((day) => day.run?.state === "MISSED");
  const dates = (missed.length > 0 ? missed : past).map((day) => day.date).sort();
  return { from: dates[0] ?? "", to: dates.at(-1) ?? "" };
}

/** What can be asked for: the event's dates up to today in its zone. */
export function boundsOf(event: PromoEvent): BackfillRange {
  const { first, last } = datesOf(event);
  const now = today(event.timeZone);
  return { from: first, to: now < last ? now : last };
}

/** Whether a date's step sends anything. */
export function sends({ action }: RequestedRun): boolean {
  return action === "START" || action === "RESTART" || action === "REPLAY";
}

/** How many messages it would be if nobody had one yet. */
export function messagesOf(plan: readonly RequestedRun[]): number {
  return plan.reduce((sum, step) => sum + (sends(step) ? (step.eligible ?? 0) : 0), 0);
}
