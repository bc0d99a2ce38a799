import type { CalendarItem } from "../api/types";
import { share } from "../time/calendar";
import { type Dates, datesOf, dayCount, daysBetween } from "../time/window";
import { localDate } from "../time/zone";
import { canMeet } from "./overlaps";
import { type EventState, STATES, stateOf } from "./states";

/** An event as the calendar draws it. The same object as long as nothing of it changes, so that its bar is not drawn anew. */
export type CalendarEntry = {
  item: CalendarItem;
  state: EventState;
  /** In the event's own zone. */
  dates: Dates;
  days: number;
  /** The how manieth of its days today is there; null unless it is live. */
  day: number | null;
  /** Another published event shares dates with it and may reach the same customers. */
  overlapping: boolean;
};

const known = new WeakMap<CalendarItem, CalendarEntry>();
const dates = new WeakMap<CalendarItem, Dates>();

/** The events with what the clock and the others say of them. */
export function entriesOf(items: readonly CalendarItem[], now: number): CalendarEntry[] {
  const rivals = items.filter((item) => item.status === "PUBLISHED" && stateOf(item, now) !== "expired");
  const instant = new Date(now).toISOString();
  return items.map((item) => {
    const state = stateOf(item, now);
    const own = knownDates(item);
    const days = dayCount(own);
    const today = state === "live" ? daysBetween(own.first, localDate(instant, item.timeZone)) + 1 : null;
    const day = today == null ? null : Math.min(today, days);
    const overlapping = state !== "expired" && state !== "cancelled" && rivals.some((rival) => clash(item, rival));
    const before = known.get(item);
    if (before?.state === state && before.day === day && before.overlapping === overlapping) {
      return before;
    }
    const entry = { item, state, dates: own, days, day, overlapping };
    known.set(item, entry);
    return entry;
  });
}

/** The entries with a date in common with those shown whose title holds the text; in any state. */
export function found(entries: readonly CalendarEntry[], shown: Dates, text: string): CalendarEntry[] {
  const wanted = text.trim().toLocaleLowerCase();
  return entries.filter((entry) => share(entry.dates, shown) && entry.item.title.toLocaleLowerCase().includes(wanted));
}

/** Whether nothing more will come of it. */
function isOver({ state }: CalendarEntry): boolean {
  return state === "expired" || state === "cancelled";
}

/** Orders entries by when they begin, the longer ones first. */
export function byBeginning(one: CalendarEntry, other: CalendarEntry): number {
  return (
    compare(one.dates.first, other.dates.first) ||
    other.days - one.days ||
    compare(one.item.eventId, other.item.eventId)
  );
}

/** Orders entries as above, those last that are over. */
export function activeFirst(one: CalendarEntry, other: CalendarEntry): number {
  return Number(isOver(one)) - Number(isOver(other)) || byBeginning(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** How many entries there are in each state. */
export function countByState(entries: readonly CalendarEntry[]): Record<EventState, number> {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<EventState, number>;
  for (const { state } of entries) {
    counts[state]++;
  }
  return counts;
}

function clash(item: CalendarItem, rival: CalendarItem): boolean {
  return (
    rival.eventId !== item.eventId &&
    share(knownDates(item), knownDates(rival)) &&
    canMeet(item.audience, rival.audience)
  );
}

function knownDates(item: CalendarItem): Dates {
  const before = dates.get(item);
  if (before != null) {
    return before;
  }
  const own = datesOf(item);
  dates.set(item, own);
  return own;
}
