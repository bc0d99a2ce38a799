import type { CalendarItem } from "../api/types";
import { wholeDates } from "../time/window";

/** An event of the dates, for tests. */
export function item(first: string, last: string, rest: Partial<CalendarItem> = {}): CalendarItem {
  const timeZone = rest.timeZone ?? "Europe/Berlin";
  return {
    eventId: crypto.randomUUID(),
    title: `From ${first} to ${last}`,
    status: "PUBLISHED",
    dispatchTime: null,
    version: 1,
    audience: { segments: [], countries: [], locales: [] },
    ...wholeDates({ first, last }, timeZone),
    ...rest,
  };
}
