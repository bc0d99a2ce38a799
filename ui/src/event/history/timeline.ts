import type { HistoryEntry, RunAction } from "../../api/types";

/** Something that somebody, or something, did with an event or with one of its runs. */
export type Moment = { key: string; at: string; actor: string } & (
  | { kind: "event"; entry: HistoryEntry }
  | { kind: "run"; action: RunAction }
);

/** Both on one line of time, newest first; of the same instant, what comes later in its own list is the newer. */
export function timeline(entries: readonly HistoryEntry[], actions: readonly RunAction[]): Moment[] {
  const moments: Moment[] = [
    ...entries.map((entry, index) => ({
      kind: "event" as const,
      key: `event-${index}`,
      at: entry.at,
      actor: entry.actor,
      entry,
    })),
    ...actions.map((action, index) => ({
      kind: "run" as const,
      key: `run-${action.runId}-${action.at}-${index}`,
      at: action.at,
      actor: action.actor,
      action,
    })),
  ];
  return moments
    .map((moment, order) => ({ moment, order, time: Date.parse(moment.at) }))
    .sort((one, other) => other.time - one.time || other.order - one.order)
    .map(({ moment }) => moment);
}
