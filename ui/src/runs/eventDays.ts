import type { Run } from "../api/types";

/** A date on which something of an event is due. */
export type DueDate = { date: string; dueAt: string };

/** A day of an event: its latest run, if it has one, and those before, latest first. */
export type Day = DueDate & { run?: Run; earlier: Run[] };

/** An event's days: those that have come, latest first, and those to come, earliest first. */
export type Days = { past: Day[]; coming: Day[] };

/**
 * Brings an event's due dates and its runs together. Runs of dates that are due no more, as the event was edited, are days, too.
 */
export function daysOf(dates: readonly DueDate[], runs: readonly Run[], now: number): Days {
  const days = new Map<string, Day>(dates.map(({ date, dueAt }) => [date, { date, dueAt, earlier: [] }]));
  const byGeneration = [...runs].sort((one, other) => one.generation - other.generation);
  for (const run of byGeneration) {
    const known = days.get(run.dispatchDate);
    const earlier = known?.run == null ? [] : [known.run, ...known.earlier];
    days.set(run.dispatchDate, { date: run.dispatchDate, dueAt: run.dueAt, run, earlier });
  }
  const all = [...days.values()].sort((one, other) => one.date.localeCompare(other.date));
  const has = (day: Day) => day.run != null || new Date(day.dueAt).getTime() <= now;
  return { past: all.filter(has).reverse(), coming: all.filter((day) => !has(day)) };
}

/** Whether a run is about to come: a date is due that has none. */
export function isAwaited(dates: readonly DueDate[], runs: readonly Run[], now: number): boolean {
  const have = new Set(runs.map((run) => run.dispatchDate));
  return dates.some(({ date, dueAt }) => new Date(dueAt).getTime() <= now && !have.has(date));
}
