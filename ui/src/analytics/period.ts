import { asDate } from "../time/calendar";
import { addDays, type Dates, dayCount } from "../time/window";

/** More dates are not answered at once. */
export const MOST_DAYS = 92;

/** The ranges offered, in days up to today. */
export const PRESETS = [7, 30, 90];

const DEFAULT_DAYS = 30;

/** The last days up to today, today included. */
export function lastDays(days: number, today: string): Dates {
  return { first: addDays(today, 1 - days), last: today };
}

/** The range that an address asks for; the last 30 days when it asks for none, or for one that there cannot be. */
export function periodOf(search: URLSearchParams, today: string): Dates {
  const first = asDate(search.get("from"));
  const last = asDate(search.get("to"));
  const asked = first != null && last != null ? { first, last } : null;
  return asked != null && isAnswered(asked) ? asked : lastDays(DEFAULT_DAYS, today);
}

/** Whether the service answers for so long a range. */
export function isAnswered(dates: Dates): boolean {
  const days = dayCount(dates);
  return days >= 1 && days <= MOST_DAYS;
}

/** Which of the offered ranges this is; null: another. */
export function presetOf(period: Dates, today: string): number | null {
  const days = dayCount(period);
  return period.last === today && PRESETS.includes(days) ? days : null;
}
