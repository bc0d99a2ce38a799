import { createContext, useContext } from "react";
import type { CalendarItem } from "../api/types";
import type { RunsByEvent } from "../runs/runsUnderWay";
import { today } from "../time/zone";

/** The runs under way, for the bars of their events alone to be drawn anew as they go on. */
export const RunsContext = createContext<RunsByEvent>(new Map());

/**
 * The share, 0 to 1, that is delivered of the event's run of today, in its own zone; null when that is not under way, or nobody
 * knows yet of how many.
 */
export function useShare({ eventId, timeZone }: CalendarItem): number | null {
  const runs = useContext(RunsContext).get(eventId);
  const run = runs?.find(({ dispatchDate }) => dispatchDate === today(timeZone));
  return run?.eligible ? (run.delivered + run.unsubscribed) / run.eligible : null;
}
