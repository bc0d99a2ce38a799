import type { HistoryEntry, RunAction } from "../api/types";
import { formatNumber } from "./format";

const eventActions: Record<HistoryEntry["action"], string> = {
  CREATE: "made the draft",
  EDIT: "changed the event",
  PUBLISH: "published the event",
  CANCEL: "cancelled the event",
  EXPIRE: "closed the event at its end",
  DELETE: "deleted the draft",
  COPY: "made the draft as a copy",
};

const runActions: Record<RunAction["action"], (run: string) => string> = {
  REQUEST: (run) => `started ${run}`,
  MISS: (run) => `marked ${run} as missed`,
  REVIVE: (run) => `sends ${run} after all`,
  PAUSE: (run) => `paused ${run}`,
  RESUME: (run) => `resumed ${run}`,
  STOP: (run) => `stopped ${run}`,
  RESTART: (run) => `restarted ${run}`,
  CANCEL: (run) => `cancelled ${run}`,
  TAKE_OVER: (run) => `took over ${run} from a manager that is gone`,
  END: (run) => `ended ${run}`,
};

/** What was done with an event, by whom. */
export const eventHistoryTexts = {
  eventActions,
  runActions,
  run: (date: string) => `the run of ${date}`,
  replay: (date: string, generation: number) => `replay ${formatNumber(generation)} of ${date}`,
  version: (version: number) => `version ${formatNumber(version)}`,
  machines: { trigger: "The schedule", system: "The system" } as Record<string, string | undefined>,
  machine: "automatic, nobody did this",
  before: "Before:",
  after: "After:",
  none: "none",
  everyone: "everyone",
  openOriginal: "Open the original",
  empty: "Nothing has been done yet",
  emptyHint: "Whoever changes, publishes or sends the event will stand here.",
  more: (number: number) => `Show ${formatNumber(number)} older`,
  truncated: "Older steps of its runs are not kept here.",
  runsMissing: "What its runs did cannot be shown now.",
  newestFirst: "What was done, newest first",
};
