import { useQueryClient } from "@tanstack/react-query";
import { useServices } from "../api/ApiContext";
import type { Run } from "../api/types";
import { putRun, staleRuns } from "./runCache";
import type { Command } from "./runRules";

/** Does something with a run; the answer is laid over all that is known of it, and a refusal has it asked for again. */
export function useRunCommand(run: Run, command: Command, onDone?: () => void) {
  const { dispatch } = useServices();
  const cache = useQueryClient();
  const path = { runId: run.runId };
  const options = {
    onSuccess: (fresh: Run) => {
      putRun(cache, fresh);
      onDone?.();
    },
    onSettled: () => void staleRuns(cache),
  };
  const pause = dispatch.useMutation("post", "/runs/{runId}/pause", options);
  const resume = dispatch.useMutation("post", "/runs/{runId}/resume", options);
  const stop = dispatch.useMutation("post", "/runs/{runId}/stop", options);
  const restart = dispatch.useMutation("post", "/runs/{runId}/restart", options);
  const { isPending, error, reset } = { pause, resume, stop, restart }[command];
  const simple = { params: { path } };
  const does: Record<Command, (afterEnd: boolean) => void> = {
    pause: () => pause.mutate(simple),
    resume: (afterEnd) => resume.mutate({ ...simple, body: { afterEnd } }),
    stop: () => stop.mutate(simple),
    restart: (afterEnd) => restart.mutate({ ...simple, body: { afterEnd } }),
  };
  return { go: (afterEnd = false) => does[command](afterEnd), isPending, error, reset };
}
