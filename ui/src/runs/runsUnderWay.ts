import { useMemo } from "react";
import { useServices } from "../api/ApiContext";
import type { Run } from "../api/types";

const EVERY_MS = 3_000;

/** The runs that are under way now, by event; asked for again every few seconds while the page is looked at. */
export function useRunsUnderWay(): ReadonlyMap<string, Run> {
  const { dispatch } = useServices();
  const { data } = dispatch.useQuery(
    "get",
    "/runs",
    { params: { query: { state: "RUNNING", limit: 100 } } },
    { refetchInterval: EVERY_MS },
  );
  return useMemo(() => new Map((data?.items ?? []).map((run) => [run.eventId, run])), [data]);
}
