import { useMemo, useState } from "react";
import { useServices } from "../api/ApiContext";
import type { Run, RunState } from "../api/types";
import { isOpen } from "./runRules";
import { type Heard, pauseBefore, useRunStreams } from "./useRunStreams";

const LIMIT = 100;
const IDLE_MS = 4_000;

/** The runs that are not over, those that move first. */
export type UnderWay = {
  /** Null until they are known. */
  runs: Run[] | null;
  /** There are more than are listed. */
  more: boolean;
  readAt: (runId: string) => number;
  isLive: (runId: string) => boolean;
  error: unknown;
  retry: () => void;
};

export function useUnderWay(): UnderWay {
  const [heard, setHeard] = useState<Heard>(new Map());
  const lists = [useRunsIn("RUNNING", heard), useRunsIn("DUE", heard), useRunsIn("PAUSED", heard)];
  const [running, due, paused] = lists.map((list) => list.data?.items);
  const runs = useMemo(() => {
    if (running == null || due == null || paused == null) {
      return null;
    }
    // One that has just changed its state may be in two lists; and one that has just ended still in its old one.
    const all = [...running, ...due, ...paused].filter(isOpen);
    return [...new Map(all.map((run) => [run.runId, run])).values()];
  }, [running, due, paused]);
  useRunStreams(runs ?? [], setHeard);
  const readAt = Math.min(...lists.map((list) => list.dataUpdatedAt));
  return {
    runs,
    more: lists.some((list) => list.data?.hasMore),
    readAt: (runId) => Math.max(readAt, heard.get(runId) ?? 0),
    isLive: (runId) => heard.has(runId),
    error: lists.map((list): unknown => list.error).find((error) => error != null),
    retry: () => lists.forEach((list) => void list.refetch()),
  };
}

function useRunsIn(state: RunState, heard: Heard) {
  const { dispatch } = useServices();
  return dispatch.useQuery(
    "get",
    "/runs",
    { params: { query: { state, limit: LIMIT } } },
    { refetchInterval: (query) => pauseBefore(query.state.data?.items, heard, IDLE_MS) },
  );
}
