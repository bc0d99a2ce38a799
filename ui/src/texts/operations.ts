import { formatNumber } from "./format";

const letters = (count: number) => (count === 1 ? "1 dead letter" : `${formatNumber(count)} dead letters`);
const records = (count: number) => (count === 1 ? "1 record" : `${formatNumber(count)} records`);

/** What stands around the runs: the processes that execute them, and what could not be processed or told. */
export const operationTexts = {
  processes: "Managers and workers",
  role: { MANAGER: "Manager", WORKER: "Worker" },
  alive: "alive",
  heard: (ago: string) => `heard ${ago}`,
  holds: (count: number) => (count === 1 ? "holds 1 partition" : `holds ${formatNumber(count)} partitions`),
  noProcesses: "No manager or worker has been alive in the last hour.",
  deadCount: (count: number) => `${formatNumber(count)} dead`,

  deadLetters: "Dead letters",
  waiting: "Waiting",
  wereReplayed: "Replayed",
  noDeadLetters: "There are none.",
  place: (partition: number, offset: number) => `partition ${partition}, offset ${offset}`,
  received: (ago: string) => `received ${ago}`,
  replayedBy: (who: string, ago: string) => `replayed by ${who} ${ago}`,
  cut: (size: number) =>
    `Cut from ${formatNumber(size)} characters: cannot be replayed; have its sender send the whole again.`,
  select: (id: number) => `Select dead letter ${id}`,
  showRecord: "Record",
  key: (key: string) => `Key: ${key}`,
  replaySelected: (count: number) => `Replay ${formatNumber(count)} selected…`,
  replayAll: "Replay all…",
  replayTitle: "Replay dead letters",
  replayPlan: (count: number) =>
    count === 1
      ? "1 dead letter would go back to where it failed:"
      : `${letters(count)} would go back to where they failed:`,
  replayNone:
    "None can be replayed: those left were cut, or are requests for partitions, which a restart of the run makes anew.",
  replayHow: "One whose cause still holds comes back as a new dead letter.",
  replaySend: (count: number) => `Replay ${letters(count)}`,
  replayDone: (count: number) => `${letters(count)} replayed.`,

  outboxes: "Outboxes",
  outboxOf: { dispatch: "Dispatch", calendar: "Calendar", inbox: "Inbox" },
  outboxClear: "No record has failed.",
  outboxFailed: (count: number, more: boolean) => `${more ? "more than " : ""}${records(count)} failed`,
  outboxAway: (name: "dispatch" | "calendar" | "inbox") => `The ${name} service's outbox cannot be read right now.`,
  outboxHint: "What Kafka refused; it waits, and whatever has the same key waits with it.",
  tried: (count: number) => `${formatNumber(count)} tries`,
  outboxReplay: (count: number) => `Replay ${records(count)}…`,
  outboxTitle: (name: string, count: number) => `Replay ${records(count)} of ${name}?`,
  outboxBody: "They are offered to Kafka again, in order.",
  outboxConfirm: (count: number) => `Replay ${records(count)}`,
  outboxDone: (count: number) => `${records(count)} will be tried again.`,
};
