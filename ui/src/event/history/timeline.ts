import type { HistoryEntry, RunAction } from "../../api/types";

/** Something that somebody, or something, did with an event or with one of its runs. */
export type Moment = { key: string; at: string; actor: string } & (
  | { kind: "event"; entry: HistoryEntry }
  | { kind: "run"; action: RunAction }
);

/**
 * Both on one line of time, newest first; of the same instant, what is nearer to the new end of its own list is the newer.
 *
 * @param entries newest first
 * @param actions oldest first
 * @param whole whether these are all entries: otherwise what is older than they are waits for the next of them
 */
export function timeline(entries: readonly HistoryEntry[], actions: readonly RunAction[], whole = true): Moment[] {
  const moments: Moment[] = [
    ...entries.toReversed().map((entry) => ({
      kind: "event" as const,
      key: `event-${entry.version}-${entry.action}-${entry.at}`,
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
  const oldest = whole ? Number.NEGATIVE_INFINITY : Date.parse(entries.at(-1)?.at ?? "");
  return moments
    .map((moment, order) => ({ moment, order, time: Date.parse(moment.at) }))
    .filter(({ time }) => time >= oldest)
    .sort((one, other) => other.time - one.time || other.order - one.order)
    .map(({ moment }) => moment);
}
