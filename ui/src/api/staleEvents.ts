import type { QueryClient } from "@tanstack/react-query";

const STALE = [
  ["get", "/events/calendar"],
  ["get", "/events/{eventId}"],
  ["get", "/events/{eventId}/history"],
  ["get", "/runs"],
];

/** Asks anew for what a change of events may have changed. */
export function staleEvents(cache: QueryClient): void {
  for (const queryKey of STALE) {
    void cache.invalidateQueries({ queryKey });
  }
}
