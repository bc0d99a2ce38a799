import { keepPreviousData } from "@tanstack/react-query";
import { useServices } from "../../api/ApiContext";
import { overlapsOf, type Reach } from "../../calendar/overlaps";

/** Events may share a date although, in zones far apart, days lie between them. */
const AROUND_MS = 3 * 24 * 3_600_000;

/**
 * The published events that may reach the same customers on the same dates.
 *
 * @param event null: nothing is asked, as there is no window
 */
export function useOverlaps(event: Reach | null) {
  const { calendar } = useServices();
  const others = calendar.useQuery(
    "get",
    "/events/calendar",
    { params: { query: { from: moved(event?.startDatetime, -AROUND_MS), to: moved(event?.endDatetime, AROUND_MS) } } },
    { enabled: event != null, placeholderData: keepPreviousData, staleTime: 30_000 },
  );
  return { isPending: others.isPending, overlaps: event == null ? [] : overlapsOf(event, others.data?.items ?? []) };
}

function moved(instant: string | undefined, by: number): string {
  return instant == null ? "" : new Date(Date.parse(instant) + by).toISOString();
}
