import { useServices } from "../../api/ApiContext";
import type { Run, RunState } from "../../api/types";

const EVERY_MS = 2_000;
const LIMIT = 100;

/** An event's runs that cancelling it cancels, too: those that are not over, and those that could be restarted. */
type RunsToCancel = {
  /** Null until they are known. */
  runs: Run[] | null;
  /** There are more than are listed. */
  more: boolean;
  failed: boolean;
};

export function useRunsToCancel(eventId: string): RunsToCancel {
  const lists = [
    useRunsIn(eventId, "RUNNING"),
    useRunsIn(eventId, "DUE"),
    useRunsIn(eventId, "PAUSED"),
    useRunsIn(eventId, "STOPPED"),
    useRunsIn(eventId, "FAILED"),
  ];
  const known = lists.flatMap(({ data }) => (data == null ? [] : [data]));
  // One that has just changed its state may be in two lists.
  const byId = new Map(known.flatMap(({ items }) => items).map((run) => [run.runId, run]));
  return {
    runs: known.length === lists.length ? [...byId.values()] : null,
    more: known.some(({ hasMore }) => hasMore),
    failed: lists.some(({ data, isError }) => data == null && isError),
  };
}

function useRunsIn(eventId: string, state: RunState) {
  const { dispatch } = useServices();
  return dispatch.useQuery(
    "get",
    "/runs",
    { params: { query: { eventId, state, limit: LIMIT } } },
    { refetchInterval: EVERY_MS },
  );
}
