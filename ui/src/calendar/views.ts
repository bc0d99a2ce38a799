import { calendarTexts } from "../texts/calendar";
import { formatDateRange, formatShortDateRange } from "../texts/format";
import { monthOf, type Period, period } from "../time/calendar";
import type { Dates } from "../time/window";

/** The ways to look at the calendar. */
export type View = "month" | "week" | "timeline" | "agenda";

export const VIEWS: readonly View[] = ["month", "week", "timeline", "agenda"];

/** How much time a view shows. */
export const PERIODS: Record<View, Period> = {
  month: "weeksOfMonth",
  week: "week",
  timeline: "weeksOfMonth",
  agenda: "month",
};

/** The dates that a view shows around a date. */
export function shownDates(view: View, date: string): Dates {
  return period(PERIODS[view], date);
}

/** What the toolbar says is shown; briefly where there is little room. */
export function shownTitle(view: View, date: string): { long: string; brief: string } {
  const { first, last } = shownDates(view, date);
  if (PERIODS[view] === "weeksOfMonth" || (view === "agenda" && date === monthOf(date))) {
    return { long: calendarTexts.month(date), brief: calendarTexts.shortMonth(date) };
  }
  return { long: formatDateRange(first, last), brief: formatShortDateRange(first, last) };
}
