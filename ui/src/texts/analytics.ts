import {
  formatDate,
  formatDateRange,
  formatDuration,
  formatNumber,
  formatRate,
  formatRoughly,
  formatShortDate,
} from "./format";
import { isolated } from "./isolated";

/** A share that is not nothing is not shown as nothing, and one that is not all not as all. */
function rateText(rate: number | null): string {
  if (rate == null) {
    return "–";
  }
  if (rate > 0 && rate < LEAST_RATE) {
    return `< ${formatRate(LEAST_RATE)}`;
  }
  return rate < 1 && rate > 1 - LEAST_RATE ? `> ${formatRate(1 - LEAST_RATE)}` : formatRate(rate);
}

const LEAST_RATE = 0.001;

/** How often and how soon messages are read. */
export const analyticsTexts = {
  title: "Analytics",
  asOf: "Sent is as of the last end of a run; reads come in live. Test messages do not count. Dates are those of each event’s own time zone.",
  nothing: "–",

  presets: "Range",
  lastDays: (days: number) => `${days} days`,
  choosePeriod: (shown: string) => `First and last date, ${shown}`,
  periodFrom: (first: string) => `${formatShortDate(first)} – …`,
  months: {
    previousMonth: "Previous month",
    nextMonth: "Next month",
    previousYear: "Previous year",
    nextYear: "Next year",
    previousDecade: "Previous decade",
    nextDecade: "Next decade",
  },
  tooLong: (days: number) => `At most ${days} days at once.`,
  event: "Event",
  allEvents: "All events",
  findEvent: "Find an event…",
  noSuchEvent: "No such event in these dates",
  clearEvent: "Back to all events",
  untitled: (eventId: string) => `Event ${eventId}`,
  datesOfEvent: (dates: number, first: string, last: string) =>
    dates === 1 ? formatDate(first) : `${formatNumber(dates)} dates, ${formatDateRange(first, last)}`,
  inCalendar: "Open in the calendar",
  openInCalendar: (title: string) => `Open ${isolated(title)} in the calendar`,

  sent: "Sent",
  sentHint: "messages in inboxes",
  read: "Read",
  readHint: "opened at least once",
  readRate: "Read rate",
  readRateHint: "of what was sent",
  median: "Median time to read",
  medianHint: (p90: string) => `9 of 10 within ${p90}`,
  p90: "9 of 10 within",
  inSeconds: (what: string) => `${what} (s)`,
  nothingRead: "nothing read yet",
  about: (seconds: number) => `about ${formatRoughly(seconds)}`,
  beyond: (seconds: number) => `over ${formatDuration(seconds)}`,

  byDate: "Sent and read by date",
  byDateCaption: "Sent, read, read rate and time to read, a row per date",
  sentSummary: (sent: number, read: number, first: string, last: string) =>
    `Bar chart: messages sent and read on each date from ${formatDate(first)} to ${formatDate(last)}; ` +
    `in all ${formatNumber(sent)} sent, ${formatNumber(read)} read. The table has every figure.`,
  rateSummary: (rate: number | null, first: string, last: string) =>
    `Line chart: the read rate of each date from ${formatDate(first)} to ${formatDate(last)}; in all ${rateText(rate)}. ` +
    "The table has every figure.",
  unread: "Sent, not read yet",
  byEvent: "By event",
  byEventCaption: "Sent, read, read rate and time to read, a row per event",
  timeToRead: "Time to read",
  timeToReadCaption: "How long messages lay in the inbox before they were read",
  timeToReadSummary: (median: string, p90: string) =>
    `Bar chart: how many messages were read how soon. Half were read within ${median}, 9 of 10 within ${p90}. The table has every figure.`,
  holdsMedian: "median",
  holdsP90: "9 of 10",
  noReads: "Nothing read yet",
  noReadsHint: "How soon messages are read shows here with the first one that is opened.",

  date: "Date",
  readWithin: "Read within",
  messages: "Messages",
  share: "Share",
  readByThen: "Read by then",
  shorter: (seconds: number) => `under ${formatDuration(seconds)}`,
  longer: (seconds: number) => `${formatDuration(seconds)} or more`,
  between: (from: number, to: number) => {
    const [fromCount, fromUnit, ...more] = formatDuration(from).split(" ");
    const sameUnit = more.length === 0 && formatDuration(to).split(" ")[1] === fromUnit;
    return `${sameUnit ? fromCount : formatDuration(from)} – ${formatDuration(to)}`;
  },

  view: (title: string) => `${title}: chart or table`,
  chart: "Chart",
  table: "Table",
  downloadOf: (title: string) => `Download “${title}” as CSV`,
  showAll: (count: number) => `Show all ${formatNumber(count)}`,

  emptyPeriod: "Nothing was sent on these dates",
  emptyPeriodHint:
    "A date appears here as soon as a run of it has ended. Choose other dates, or see in the calendar what is planned.",
  emptyEvent: "Nothing has been sent of this event yet",
  emptyEventHint: "Its first date appears here as soon as its run has ended.",
  toCalendar: "To the calendar",

  rate: rateText,
};
