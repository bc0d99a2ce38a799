import { LOCALE } from "./locale";

const numbers = new Intl.NumberFormat(LOCALE);
const compactNumbers = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
const finePercents = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 1 });
// Formatters are dear to make, and cheap to use.
const dates = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const shortDates = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" });
const ranges = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const times = new Intl.DateTimeFormat(LOCALE, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const dateTimes = new Map<string | undefined, Intl.DateTimeFormat>();
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** 1,234,567 */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** 1.2M */
export function formatCompact(value: number): string {
  return compactNumbers.format(value);
}

/** A share, 0 to 1, as whole per cent; never 100 % before it is all. */
export function formatShare(share: number): string {
  return percents.format(share < 1 ? Math.min(share, 0.99) : 1);
}

/** A rate, 0 to 1, as per cent with one decimal. */
export function formatRate(rate: number): string {
  return finePercents.format(rate);
}

/** Mon, Nov 23, 2026 */
export function formatDate(date: string): string {
  return dates.format(utc(date));
}

/** Nov 23 */
export function formatShortDate(date: string): string {
  return shortDates.format(utc(date));
}

/** Nov 20 – 23, 2026 */
export function formatDateRange(first: string, last: string): string {
  return rangeOf(ranges, first, last);
}

/** Nov 20 – 23 */
export function formatShortDateRange(first: string, last: string): string {
  return rangeOf(shortDates, first, last);
}

/** Some browsers write thin spaces, others do not. */
function rangeOf(format: Intl.DateTimeFormat, first: string, last: string): string {
  return format.formatRange(utc(first), utc(last)).replaceAll("\u2009", " ");
}

/** Nov 23, 2026, 09:00 (the zone's wall clock; print the zone beside it) */
export function formatDateTime(instant: string, zone?: string): string {
  return dateTimesIn(zone).format(new Date(instant));
}

function dateTimesIn(zone: string | undefined): Intl.DateTimeFormat {
  const known = dateTimes.get(zone);
  if (known != null) {
    return known;
  }
  const made = new Intl.DateTimeFormat(LOCALE, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });
  dateTimes.set(zone, made);
  return made;
}

/** 09:00:12, in the reader's zone. */
export function formatTime(instant: string): string {
  return times.format(new Date(instant));
}

/** 850 ms, 12 s, 4 min 5 s, 2 h 3 min, 3 d 4 h */
export function formatDuration(seconds: number): string {
  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }
  const whole = Math.round(seconds);
  const parts: [number, string][] = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor(whole / 3_600) % 24, "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  const from = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(from, from + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

const SIZES: [number, string][] = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
];

/** 33 min, for what is not known to the second. */
export function formatRoughly(seconds: number): string {
  const [size, unit] = SIZES.find(([least]) => seconds >= least) ?? [1, "s"];
  return `${Math.round(seconds / size)} ${unit}`;
}

const RELATIVE: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, "second"],
  [3_600, "minute"],
  [86_400, "hour"],
  [7 * 86_400, "day"],
  [30 * 86_400, "week"],
  [365 * 86_400, "month"],
];
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto", style: "short" });

/** 3 min. ago, yesterday; in 2 hr. for what is yet to come. */
export function formatAgo(instant: string, now: number = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const size = Math.abs(seconds);
  const index = RELATIVE.findIndex(([limit]) => size < limit);
  if (index === 0) {
    return relative.format(Math.round(seconds), "second");
  }
  const [, unit] = RELATIVE[index] ?? [0, "year" as const];
  const divisor = index < 0 ? 365 * 86_400 : (RELATIVE[index - 1]?.[0] ?? 1);
  return relative.format(Math.round(seconds / divisor), unit);
}
