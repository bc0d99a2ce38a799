import { keepPreviousData } from "@tanstack/react-query";
import { useServices } from "../api/ApiContext";
import type { Dates } from "../time/window";

/** Reads come in while the page is looked at; the answer is small and read from counts. */
const EVERY_MS = 15_000;

/** The figures of all events between two dates. While others are fetched the former ones stay. */
export function usePeriodDays({ first, last }: Dates) {
  const { inbox } = useServices();
  return inbox.useQuery(
    "get",
    "/admin/analytics",
    { params: { query: { from: first, to: last } } },
    { refetchInterval: EVERY_MS, placeholderData: keepPreviousData },
  );
}

/** The figures of all dates of one event; asks for nothing when there is none. */
export function useEventDays(eventId: string | null) {
  const { inbox } = useServices();
  return inbox.useQuery(
    "get",
    "/admin/analytics",
    { params: { query: { event: eventId ?? "" } } },
    { refetchInterval: EVERY_MS, enabled: eventId != null },
  );
}
