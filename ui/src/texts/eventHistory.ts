import type { HistoryEntry } from "../api/types";
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

/** What was done with an event, by whom; of its runs, see runTexts. */
export const eventHistoryTexts = {
  eventActions,
  run: (date: string) => `run of ${date}`,
  replay: (date: string, generation: number) => `replay ${formatNumber(generation)} of ${date}`,
  version: (version: number) => `version ${formatNumber(version)}`,
  machine: "automatic, nobody did this",
  before: "Before:",
  after: "After:",
  none: "none",
  everyone: "everyone",
  openOriginal: "Open the original",
  empty: "Nothing has been done yet",
  emptyHint: "Whoever changes, publishes or sends the event will stand here.",
  more: "Show older",
  truncated: "Older steps of its runs are not kept here.",
  runsMissing: "What its runs did cannot be shown now.",
  newestFirst: "What was done, newest first",
};
