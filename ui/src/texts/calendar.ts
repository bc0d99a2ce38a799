import type { EventState } from "../calendar/states";
import type { View } from "../calendar/views";
import { formatDate, formatNumber, formatShare, formatShortDate } from "./format";
import { isolated } from "./isolated";
import { LOCALE } from "./locale";

const states: Record<EventState, string> = {
  draft: "Draft",
  published: "Published",
  live: "Live",
  expired: "Expired",
  cancelled: "Cancelled",
};

const views: Record<View, string> = { month: "Month", week: "Week", timeline: "Timeline", agenda: "Agenda" };

const months = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });
const weekdays = new Intl.DateTimeFormat(LOCALE, { weekday: "narrow", timeZone: "UTC" });
const shortMonths = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" });
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** Words and formats of the event calendar. */
export const calendarTexts = {
  page: "Event calendar",
  states,
  views,
  today: "Today",
  earlier: "Earlier",
  later: "Later",
  view: "View",
  newEvent: "New event",
  new: "New",
  search: "Search titles",
  clearSearch: "Clear the search",
  legend: "Show only events that are",
  /** November 2026 */
  month: (date: string) => months.format(utc(date)),
  /** Nov 2026 */
  shortMonth: (date: string) => shortMonths.format(utc(date)),
  /** M */
  weekday: (date: string) => weekdays.format(utc(date)),
  todayIs: (date: string, zone: string) => `Today is ${formatDate(date)} in ${zone}.`,
  zones: "Events stand on the dates of their own time zones.",
  inZone: (zone: string) => `Time zone ${zone}`,
  day: (day: number, days: number) => `day ${formatNumber(day)} of ${formatNumber(days)}`,
  dayAndShare: (day: string, share: number) => `${day} · ${formatShare(share)}`,
  overlap: "May reach customers of another published event on the same days",
  summary: (state: EventState, first: string, last: string) =>
    first === last
      ? `${states[state]}, ${formatDate(first)}`
      : `${states[state]}, ${formatDate(first)} to ${formatDate(last)}`,
  more: (count: number) => `+${formatNumber(count)} more`,
  moreHint: (count: number) => `Show ${formatNumber(count)} more events of this day`,
  closeMore: "Close the list",
  dragToChange: "Drag it, or one of its ends, to change its dates.",
  timelineRegion: "Timeline of events",
  agendaBegun: "Begun earlier",
  agendaEmptyToday: "Nothing begins today.",
  emptyTitle: (period: string) => `Nothing is planned in ${period}`,
  emptyDraw: "Drag over some days to draw an event, or begin with New event.",
  emptyTap: "Begin with New event, or hold a day and drag over the ones that follow.",
  emptyLook: "Events appear here as soon as somebody plans one.",
  noMatchTitle: "No event here matches",
  noMatch: (count: number) =>
    count === 1
      ? "One event is hidden by the filter or the search."
      : `${formatNumber(count)} events are hidden by the filter or the search.`,
  showAll: "Show all",
  truncated: (count: number) =>
    `Only the first ${formatNumber(count)} events of this time are shown. Look at a shorter time to see all of its events.`,
  refreshing: "Events are being loaded",
  movedTo: (title: string, first: string, last: string) =>
    first === last
      ? `“${isolated(title)}” is now on ${formatShortDate(first)}`
      : `“${isolated(title)}” is now from ${formatShortDate(first)} to ${formatShortDate(last)}`,
  beginsLater: (time: string, date: string, at: string) => `The clocks skip ${time} on ${date}: it begins at ${at}.`,
  undone: (title: string) => `“${isolated(title)}” is back where it was`,
  undo: "Undo",
  notMoved: (title: string) => `“${isolated(title)}” stays where it was`,
  changedMeanwhile:
    "Somebody changed it in the meantime. It is shown here as it is now; move it again if you still want to.",
  shortcuts: "Keyboard shortcuts",
  shortcut: {
    t: "Today",
    j: "Later",
    k: "Earlier",
    m: "Month",
    w: "Week",
    l: "Timeline",
    a: "Agenda",
    c: "New event",
    "/": "Search",
  },
};
