import { createContext, useContext } from "react";
import type { Run } from "../api/types";

/** The runs under way by event, for the bars of those events alone to be drawn anew as they go on. */
export const RunsContext = createContext<ReadonlyMap<string, Run>>(new Map());

/** The share, 0 to 1, of the event's run under way that is delivered; null when none is, or nobody knows yet of how many. */
export function useShare(eventId: string): number | null {
  const run = useContext(RunsContext).get(eventId);
  return run?.eligible ? run.delivered / run.eligible : null;
}
