import type { Dates } from "../time/window";
import { activeFirst, type CalendarEntry } from "./entries";

/** A heading of the agenda and what stands below it; without a date: what began before the time shown. */
type AgendaDay = { date: string | null; entries: CalendarEntry[] };

/** The entries by the date they begin on; today is named even when nothing begins on it. */
export function agendaDays(entries: readonly CalendarEntry[], shown: Dates, today: string): AgendaDay[] {
  const days = new Map<string, CalendarEntry[]>();
  if (shown.first <= today && today <= shown.last) {
    days.set(today, []);
  }
  const earlier: CalendarEntry[] = [];
  for (const entry of entries.toSorted(activeFirst)) {
    const { first } = entry.dates;
    if (first < shown.first) {
      earlier.push(entry);
    } else {
      days.set(first, [...(days.get(first) ?? []), entry]);
    }
  }
  const begun = earlier.length === 0 ? [] : [{ date: null, entries: earlier }];
  const dated = [...days].sort(([one], [other]) => one.localeCompare(other));
  return [...begun, ...dated.map(([date, onIt]) => ({ date, entries: onIt }))];
}
