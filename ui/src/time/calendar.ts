import { Temporal } from "temporal-polyfill";
import { addDays, type Dates, daysBetween } from "./window";

/** How much time a calendar shows at once. */
export type Period = "week" | "month" | "weeksOfMonth";

/** The date that an address names, `YYYY-MM-DD`; null: it names none. */
export function asDate(text: string | null | undefined): string | null {
  try {
    return text != null && Temporal.PlainDate.from(text).toString() === text ? text : null;
  } catch {
    return null;
  }
}

/** The first date of the date's month. */
export function monthOf(date: string): string {
  return Temporal.PlainDate.from(date).with({ day: 1 }).toString();
}

/** The date some months later, on the month's last day where it has no such day; earlier for negative ones. */
function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The Monday of the date's week. */
function weekOf(date: string): string {
  return addDays(date, 1 - dayOfWeek(date));
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The dates shown: the date's week, the month that begins with it, or all weeks that touch its month. */
export function period(kind: Period, date: string): Dates {
  if (kind === "month") {
    return { first: date, last: addDays(addMonths(date, 1), -1) };
  }
  if (kind === "week") {
    return { first: weekOf(date), last: addDays(weekOf(date), 6) };
  }
  const month = monthOf(date);
  return { first: weekOf(month), last: addDays(weekOf(addDays(addMonths(month, 1), -1)), 6) };
}

/** The date to show when one turns the page, forwards by 1 or back by -1. */
export function turned(kind: Period, date: string, by: 1 | -1): string {
  if (kind === "week") {
    return addDays(date, 7 * by);
  }
  return addMonths(kind === "month" ? date : monthOf(date), by);
}

/** Every date from first to last. */
export function eachDate({ first, last }: Dates): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day));
}

/** Whether the two have a date in common. Dates in ISO form sort as text. */
export function share(one: Dates, other: Dates): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Two dates in their order, whichever was named first. */
export function between(one: string, other: string): Dates {
  return one <= other ? { first: one, last: other } : { first: other, last: one };
}

/** The instants between which it is one of the dates anywhere on Earth, where clocks are 14 h ahead to 12 h behind. */
export function instantsAnywhere({ first, last }: Dates): { from: string; to: string } {
  const midnight = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime("UTC").toInstant();
  return {
    from: midnight(first).subtract({ hours: 14 }).toString(),
    to: midnight(addDays(last, 1)).add({ hours: 12 }).toString(),
  };
}

/**
 * Packs spans into as few lanes as may be, so that none shares a date with another of its lane: the lane of each, in the
 * order given. Spans that begin earlier are to come first; each then stays in its lane for all its days.
 */
export function lanes(spans: readonly Dates[]): number[] {
  const ends: string[] = [];
  return spans.map(({ first, last }) => {
    const free = ends.findIndex((end) => end < first);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = last;
    return lane;
  });
}
