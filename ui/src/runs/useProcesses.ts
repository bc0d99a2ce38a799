import { useMemo } from "react";
import { useServices } from "../api/ApiContext";
import type { ProcessView } from "../api/types";

const EVERY_MS = 5_000;

/** The managers and workers that live or ended in the last hour. */
export function useProcesses() {
  const { dispatch } = useServices();
  return dispatch.useQuery("get", "/workers", {}, { refetchInterval: EVERY_MS });
}

/** The same, by their ids. */
export function useProcessesById(): ReadonlyMap<string, ProcessView> {
  const { data } = useProcesses();
  return useMemo(() => new Map((data?.items ?? []).map((process) => [process.processId, process])), [data]);
}
