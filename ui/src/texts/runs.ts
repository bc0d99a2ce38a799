import type { Partition, RequestedRun, RunAction, RunState } from "../api/types";
import { formatDate, formatDateTime, formatDuration, formatNumber } from "./format";
import { isolated } from "./isolated";

const days = (count: number) => (count === 1 ? "1 day" : `${formatNumber(count)} days`);
const runs = (count: number) => (count === 1 ? "1 run" : `${formatNumber(count)} runs`);
const customers = (count: number) => (count === 1 ? "1 customer" : `${formatNumber(count)} customers`);
const HAD_IT = "those who had the message already keep it and get nothing twice";
const atLeast = (what: string, more: boolean) => (more ? `more than ${what}` : what);

/** Runs: what they are called, how far they are, and what can be done about them. Restart and backfill never mix. */
export const runTexts = {
  title: "Runs",
  none: "–",
  zone: (zone: string) => `Times in ${zone}`,
  run: (title: string, date: string) => `${isolated(title)}, ${formatDate(date)}`,
  state: {
    DUE: "Due",
    RUNNING: "Running",
    PAUSED: "Paused",
    STOPPED: "Stopped",
    FAILED: "Failed",
    COMPLETED: "Completed",
    MISSED: "Missed",
    CANCELLED: "Cancelled",
  } satisfies Record<RunState, string>,
  upcoming: "Upcoming",
  replayHint: "The day was sent again; whoever had the message got no second one.",

  day: "Day",
  due: (time: string) => `due ${time}`,
  stateLabel: "State",
  sent: "Sent",
  handled: "Handled",
  progressHead: "Progress",
  handledOf: (delivered: number, eligible?: number | null) =>
    `${eligible == null ? formatNumber(delivered) : `${formatNumber(delivered)} of ${formatNumber(eligible)}`} handled`,
  skipped: "Skipped",
  skippedHint:
    "Sent: messages that are new in their inboxes. Skipped: customers who had the day's message already, from an earlier run of it or from a chunk that a worker had written before it was lost. Handled: both.",
  duration: "Duration",
  attempts: "Attempts",
  ended: "Ended",
  titleHead: "Run",
  moreOf: (name: string) => `Details of ${name}`,
  openRun: "Open this run",
  openEvent: "Open the event",
  allRuns: "All runs",
  dayList: "Days with runs",
  comingList: "Days to come",
  comingTitle: "Still to come",
  showAllDays: (count: number) => `Show all ${days(count)}`,
  noRunYet: "Waits for the trigger, which looks every minute.",
  planned: "Planned: nothing is sent before the event is published.",
  wontCome: "Nothing is sent any more: the event is cancelled.",
  draftTitle: "No runs yet",
  draft: "A draft sends nothing. Once it is published, each of these days gets a run.",
  noDays: "No day of this event is due.",
  datesFailed: "The days to come cannot be shown right now; the runs below are complete.",
  earlier: "Earlier runs of this day",
  generation: (generation: number) => (generation === 0 ? "The scheduled run" : `Replay ${generation}`),
  unfinished: (left: number) =>
    left === 1 ? "1 customer has not got it." : `${formatNumber(left)} customers have not got it.`,
  unfinishedReplay: (left: number) =>
    `${left === 1 ? "1 customer was" : `${formatNumber(left)} customers were`} not handled; ${HAD_IT}.`,
  missed: "Its day went by before the run could start. Only a backfill sends it.",

  progress: (share: string, handled: string, failed: number) =>
    `${share}, ${handled}${failed > 0 ? `, ${formatNumber(failed)} partitions failed` : ""}`,
  announce: (name: string, state: string, share: string) => `${name}: ${state}, ${share}`,
  done: (count: number) => `${formatNumber(count)} handled`,
  new: (count: number) => `${formatNumber(count)} sent`,
  remaining: (count: number) => `${formatNumber(count)} to go`,
  uncounted: "audience still being counted",
  partitionsDone: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} partitions done`,
  partitionsFailed: (count: number) => `${formatNumber(count)} failed`,
  rateNow: "Rate now",
  rateAverage: "Average",
  left: "Time left",
  perSecond: (rate: number) => `${formatNumber(rate)}/s`,
  about: (seconds: number, until: string) => `about ${formatDuration(seconds)}, until ${until}`,
  updated: (ago: string) => `Updated ${ago}`,
  live: "live",
  asked: "asked every few seconds",

  stopping: "Stopping at the next chunk…",
  pausing: "Pausing at the next chunk…",
  cancelling: "Its event is cancelled, and so is this run, at the next chunk.",
  stalled: (seconds: number) => `No progress for ${formatDuration(seconds)}.`,
  workers: (count: number) => (count === 1 ? "1 worker is alive." : `${formatNumber(count)} workers are alive.`),
  noWorkers: "No worker is alive: nothing is sent until one is back. The run then goes on by itself.",
  noReason: "No reason is known yet.",

  commands: "What to do with this run",
  pause: "Pause",
  resume: "Resume",
  stop: "Stop",
  restart: "Restart",
  cancel: "Cancel",
  back: "Back",
  eventCancelled: "The event is cancelled: nothing more of it is sent.",
  refused: "The service refused",
  resumeTitle: (name: string) => `Resume “${name}”?`,
  resumeBody: (left: number | null) =>
    left == null
      ? "It goes on where it was paused."
      : `It goes on where it was paused, with the remaining ${customers(left)}.`,
  stopTitle: (name: string) => `Stop “${name}”?`,
  stopHandled: (handled: number) =>
    `Handled so far: ${customers(handled)}. Their messages stay in their inboxes. Chunks being written right now are finished first.`,
  stopUnsent: (left: number | null) =>
    left == null
      ? "Not sent: everyone else of this day gets nothing, unless you restart the run."
      : `Not sent: the remaining ${customers(left)} of this day get nothing, unless you restart the run.`,
  stopUnhandled: (left: number | null) =>
    `Not handled: ${left == null ? "everyone else" : `the remaining ${customers(left)}`} of this day, unless you restart the run; ${HAD_IT}.`,
  stopOthers: "The event's other days are sent as planned.",
  restartTitle: (name: string) => `Restart “${name}”?`,
  restartBody: (open: number, total: number) =>
    total === 0
      ? "The same run starts again; it had not begun."
      : `The same run goes on with its ${formatNumber(open)} unfinished of ${formatNumber(total)} partitions, where each left off.`,
  restartHandled: (handled: number) =>
    handled === 0
      ? "Nobody has been handled yet."
      : `Handled so far: ${customers(handled)}. Nobody gets the message twice.`,
  restartOthers: "Other days are not touched.",
  afterEnd: (left: number | null) =>
    left == null
      ? "The event has ended. Send all the same"
      : `The event has ended. Send to the ${customers(left)} left out all the same`,
  afterEndHint: (date: string | null) =>
    `${date == null ? "" : `It ended on ${date}. `}Customers get the message of an event that is over; inboxes show it as ended.`,

  backfill: "Backfill…",
  backfillDay: "Backfill this day…",
  backfillTitle: "Backfill days that went by",
  from: "From",
  to: "To",
  mode: "Which days",
  modes: {
    missing: { label: "Missing", hint: "Days that were never sent: no run, or missed." },
    failed: {
      label: "Missing and failed",
      hint: "Also days whose run failed or was stopped: these send what is unfinished.",
    },
    all: {
      label: "All",
      hint: "Every day again, as a replay under a new generation. Only customers who lack the message get it; nobody gets two.",
    },
  },
  untouched: "Days whose run is due, running or paused are never touched.",
  dryRun: "Show what would be sent",
  planTitle: "What would be sent",
  planNothing: "None of these days would send anything.",
  planTotal: (count: number, from: number) => `${formatNumber(count)} of ${days(from)} would send messages`,
  upTo: (messages: number) => `up to ${formatNumber(messages)} messages`,
  upToHint: "Up to: whoever has a day's message already is skipped.",
  backfillSend: (count: number, messages: number) =>
    `Backfill ${days(count)}, up to ${formatNumber(messages)} messages`,
  backfillSent: (count: number) => `Backfill: ${days(count)} will be sent.`,
  action: "Action",
  eligible: "Eligible now",
  actions: {
    START: "Send",
    RESTART: "Send what is unfinished",
    REPLAY: "Send again, as a replay",
    EXISTS: "Nothing",
    NONE: "Nothing",
  } satisfies Record<RequestedRun["action"], string>,
  noBackfill: {
    draft: "A draft has no days to backfill.",
    cancelled: "The event is cancelled: nothing more of it is sent.",
    future: "No day has been due yet.",
  },

  partitions: "Partitions",
  partitionsGone: "The partitions of runs long over are not kept; the run's own figures are.",
  noPartitions: "The audience is not split into partitions yet.",
  partition: "No.",
  partitionState: { QUEUED: "Queued", RUNNING: "Running", DONE: "Done", FAILED: "Failed" } satisfies Record<
    Partition["state"],
    string
  >,
  all: "All",
  withCount: (name: string, count: number) => `${name} ${formatNumber(count)}`,
  worker: "Worker",
  workerAt: (host: string, port: number | null, pid: number) =>
    `${port == null ? host : `${host}:${port}`}, pid ${pid}`,
  workerGone: (id: string) => `gone for over an hour (${id.slice(0, 8)})`,
  dead: "dead",
  chunks: "Chunks",
  taken: "Taken",
  times: (count: number) => `${formatNumber(count)}×`,
  chunksReplayed: (count: number) => `${formatNumber(count)} replayed`,
  pages: "Pages of partitions",
  page: (number: number) => `Page ${number}`,
  pageControls: { first: "First page", previous: "Previous page", next: "Next page", last: "Last page" },

  log: "Who did what",
  logEmpty: "Nothing has been recorded of this run.",
  logTruncated: "Only the latest actions are shown.",
  actors: { trigger: "The trigger", system: "Promo" } as Record<string, string>,
  did: {
    REQUEST: "asked for the run",
    MISS: "noted that its day went by unsent",
    REVIVE: "asked for the missed day after all",
    PAUSE: "paused it",
    RESUME: "resumed it",
    STOP: "stopped it",
    RESTART: "restarted it",
    CANCEL: "cancelled it",
    TAKE_OVER: "took it over from a manager that is gone",
    END: "saw it end",
  } satisfies Record<RunAction["action"], string>,

  underWay: "Under way",
  idleTitle: "Nothing is being sent",
  idle: (next: { title: string; at: string } | null) =>
    next == null
      ? "No published event has a day to come."
      : `Next: ${isolated(next.title)}, ${formatDateTime(next.at)}.`,
  stopAll: "Stop all…",
  stopAllTitle: (count: number, more: boolean) => `Stop ${atLeast(runs(count), more)}?`,
  stopAllBody: "Each stops at its next chunk. What has been sent stays in the inboxes; the rest is not sent.",
  stopAllNext: "Days that become due later start all the same. Each stopped run can be restarted.",
  stopAllConfirm: (count: number, more: boolean) => `Stop ${atLeast(runs(count), more)}`,
  andMore: (count: number) => `and ${formatNumber(count)} more`,
  stoppedAll: (count: number) => `${runs(count)} told to stop.`,
  lately: "Lately ended",
  anyState: "Any state",
  date: "Day",
  noneEnded: "No run has ended that fits.",
  loadMore: "Load more",
  dueHead: "Due",
  started: "Started",
  requested: "Requested",
  by: (who: string, when: string) =>
    ({ trigger: `${when} by the trigger`, system: `${when} by Promo` })[who] ?? `${when} by ${who}`,
  audienceAt: "Audience as of",
  eventVersion: "Event version",
  maxRate: "Max rate",
  unlimited: "unlimited",
  replayed: "Replayed chunks",
  unsubscribed: "Unsubscribed before their turn",
};
