import { useDocumentVisibility } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { type Dispatch, type SetStateAction, useEffect } from "react";
import { useApi } from "../api/ApiContext";
import type { Run } from "../api/types";
import { putRun, staleRuns } from "./runCache";
import { isMoving } from "./runRules";

/** When each run's stream last brought it, in ms; runs whose stream is lost are not in it and are asked for instead. */
export type Heard = ReadonlyMap<string, number>;

/** A browser opens six connections to a server: streams leave enough of them to other tabs and to requests. */
const MOST = 2;
const QUICK_MS = 2_000;

/** How long to wait before asking for the runs again: not long, unless all that move are heard of by stream. */
export function pauseBefore(runs: readonly Run[] | undefined, heard: Heard, idleMs: number): number {
  const waiting = runs?.some((run) => isMoving(run) && !heard.has(run.runId));
  return waiting ? QUICK_MS : idleMs;
}

/**
 * Listens to those runs that move, to a few of them at a time, and lays what comes into the page's cache. For one component
 * on a page; nothing is listened to while nobody looks.
 */
export function useRunStreams(runs: readonly Run[], setHeard: Dispatch<SetStateAction<Heard>>): void {
  const api = useApi();
  const cache = useQueryClient();
  const visible = useDocumentVisibility() === "visible";
  const ids = visible
    ? runs
        .filter(isMoving)
        .map((run) => run.runId)
        .slice(0, MOST)
    : [];
  const followed = ids.join();
  useEffect(() => {
    const lost = (runId: string) =>
      setHeard((known) => (known.has(runId) ? new Map([...known].filter(([id]) => id !== runId)) : known));
    const follow = (runId: string) => {
      const end = api.listen("dispatch", `/runs/${runId}/progress`, {
        event: ({ type, data }) => {
          putRun(cache, data as Run);
          setHeard((known) => new Map(known).set(runId, Date.now()));
          if (type === "end") {
            end();
            lost(runId);
            void staleRuns(cache);
          }
        },
        lost: () => lost(runId),
        refused: () => lost(runId),
      });
      return () => {
        end();
        lost(runId);
      };
    };
    const ends = followed === "" ? [] : followed.split(",").map(follow);
    return () =>
      ends.forEach((end) => {
        end();
      });
  }, [api, cache, followed, setHeard]);
}
