import { useServices } from "../api/ApiContext";
import { ProblemError } from "../api/problem";
import type { Run } from "../api/types";
import { formatDate } from "../texts/format";
import { localDate } from "../time/zone";
import { isOver } from "./runRules";

/** Whether a run's event is over, so that whoever lets the run go on is to be asked. */
type EventEnd = {
  isLoading: boolean;
  over: boolean;
  /** The date it ended on; null as long as that is not known. */
  date: string | null;
};

/**
 * The event as it is now: whoever opens this long after the page was loaded may find it over.
 *
 * @param refusal why the service did not let the run go on: the event may have ended while somebody was asked
 */
export function useEventEnd(run: Run, opened: boolean, refusal: unknown): EventEnd {
  const { calendar } = useServices();
  const { data, isLoading } = calendar.useQuery(
    "get",
    "/events/{eventId}",
    { params: { path: { eventId: run.eventId } } },
    { enabled: opened },
  );
  const refused = refusal instanceof ProblemError && refusal.kind === "event-over";
  return {
    isLoading,
    over: refused || (data != null && isOver(data)),
    date: data == null ? null : formatDate(localDate(data.endDatetime, data.timeZone)),
  };
}
