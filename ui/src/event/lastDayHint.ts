import { eventTexts } from "../texts/event";
import { formatDate } from "../texts/format";
import { lastDateBefore } from "../time/window";
import { localDate } from "../time/zone";

/** What to say of an end that a day begins with: it belongs to no day of the event. Nothing of any other end. */
export function lastDayHint(end: string | null, zone: string): string[] {
  if (end == null) {
    return [];
  }
  const last = lastDateBefore(end, zone);
  return last === localDate(end, zone) ? [] : [eventTexts.lastDay(formatDate(last))];
}
