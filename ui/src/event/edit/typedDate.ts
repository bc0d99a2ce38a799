import { Temporal } from "temporal-polyfill";
import { LOCALE } from "../../texts/locale";

const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MONTH_FIRST = /^(?:([a-z]{3,9}),? )?([a-z]{3,9})\.? (\d{1,2}),? ([1-9]\d{3})$/i;
const DAY_FIRST = /^(?:([a-z]{3,9}),? )?(\d{1,2})\.? ([a-z]{3,9})\.? ([1-9]\d{3})$/i;

const names = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" });
  return (date: Date) => format.format(date).toLowerCase();
};
const monthName = names({ month: "long" });
const weekdayName = names({ weekday: "long" });
const MONTHS = Array.from({ length: 12 }, (_, month) => monthName(new Date(Date.UTC(2000, month))));

/**
 * A date as people write it, `2026-11-23`, `Nov 23, 2026`, `23 Nov 2026`, or with its weekday, as `YYYY-MM-DD`; null when it is
 * none, or could be read in more than one way.
 */
export function parseDate(text: string): string | null {
  const typed = text.trim();
  const iso = ISO_DATE.exec(typed);
  if (iso != null) {
    return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const [, weekday, month, day, year] = MONTH_FIRST.exec(typed) ?? swapped(DAY_FIRST.exec(typed)) ?? [];
  const number = MONTHS.findIndex((name) => month != null && name.startsWith(month.toLowerCase())) + 1;
  const date = number === 0 ? null : dateOf(Number(year), number, Number(day));
  return date != null && isOn(date, weekday) ? date : null;
}

function swapped(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found && [found[0], found[1], found[3], found[2], found[4]];
}

function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

function isOn(date: string, weekday: string | undefined): boolean {
  return weekday == null || weekdayName(new Date(`${date}T00:00:00Z`)).startsWith(weekday.toLowerCase());
}
