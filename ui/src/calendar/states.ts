import type { CalendarItem } from "../api/types";
import { hasEnded } from "../time/window";

/** What an event is to whoever looks at the calendar: the service's status, told apart by the clock. */
export type EventState = "draft" | "published" | "live" | "expired" | "cancelled";

/** In the order of an event's life. */
export const STATES: readonly EventState[] = ["draft", "published", "live", "expired", "cancelled"];

const QUARTER_MS = 15 * 60_000;

/** A published event is live within its window; until then it waits, afterwards it has expired. */
export function stateOf(item: CalendarItem, now: number): EventState {
  if (item.status !== "PUBLISHED") {
    return item.status === "DRAFT" ? "draft" : item.status === "CANCELLED" ? "cancelled" : "expired";
  }
  if (now < Date.parse(item.startDatetime)) {
    return "published";
  }
  return hasEnded(item, now) ? "expired" : "live";
}

/**
 * When what the calendar says may next be wrong by itself: a window begins or ends, or a zone's date changes, which it does
 * at a quarter of an hour in every zone.
 */
export function nextChange(items: readonly CalendarItem[], now: number): number {
  const published = items.filter((item) => item.status === "PUBLISHED");
  const bounds = published.flatMap((item) => [Date.parse(item.startDatetime), Date.parse(item.endDatetime) + 1]);
  const quarter = (Math.floor(now / QUARTER_MS) + 1) * QUARTER_MS;
  return Math.min(quarter, ...bounds.filter((bound) => bound > now));
}
