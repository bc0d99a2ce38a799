import { useMemo } from "react";
import { useServices } from "../api/ApiContext";
import type { Run } from "../api/types";

const EVERY_MS = 3_000;

/** The runs under way by their events; an event has several while its days are backfilled. */
export type RunsByEvent = ReadonlyMap<string, readonly Run[]>;

/** The runs that are under way now; asked for again every few seconds while the page is looked at. */
export function useRunsUnderWay(): RunsByEvent {
  const { dispatch } = useServices();
  const { data } = dispatch.useQuery(
    "get",
    "/runs",
    { params: { query: { state: "RUNNING", limit: 100 } } },
    { refetchInterval: EVERY_MS },
  );
  return useMemo(() => byEvent(data?.items ?? []), [data]);
}

function byEvent(runs: readonly Run[]): RunsByEvent {
  const found = new Map<string, Run[]>();
  for (const run of runs) {
    found.set(run.eventId, [...(found.get(run.eventId) ?? []), run]);
  }
  return found;
}
