import type { Audience, CalendarItem } from "../api/types";
import { share } from "../time/calendar";
import { datesOf } from "../time/window";

/** As much of an event as says whom it reaches, and when. */
type Reach = Pick<CalendarItem, "eventId" | "startDatetime" | "endDatetime" | "timeZone" | "audience">;

/**
 * Whether there may be a customer in both audiences. A customer has one country and one locale, so that lists without a
 * common one exclude each other; but any number of segments, so that being in one excludes no other.
 */
export function canMeet(one: Audience, other: Audience): boolean {
  return meet(one.countries, other.countries) && meet(one.locales, other.locales);
}

/** The published events, waiting or live, that share dates with an event and may reach customers of its audience, too. */
export function overlapsOf(event: Reach, items: readonly CalendarItem[]): CalendarItem[] {
  const dates = datesOf(event);
  return items.filter(
    (item) =>
      item.status === "PUBLISHED" &&
      item.eventId !== event.eventId &&
      share(dates, datesOf(item)) &&
      canMeet(event.audience, item.audience),
  );
}

/** No condition is met by everyone. */
function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((value) => other.includes(value));
}
