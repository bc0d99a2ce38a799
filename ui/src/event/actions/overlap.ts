import type { Audience, CalendarItem, PromoEvent } from "../../api/types";

type Planned = Pick<PromoEvent, "eventId" | "startDatetime" | "endDatetime" | "audience">;

/** The published events that may reach one of the event's customers within its window. */
export function overlapping(event: Planned, items: readonly CalendarItem[]): CalendarItem[] {
  return items.filter(
    (item) =>
      item.eventId !== event.eventId &&
      item.status === "PUBLISHED" &&
      Date.parse(item.startDatetime) < Date.parse(event.endDatetime) &&
      Date.parse(event.startDatetime) < Date.parse(item.endDatetime) &&
      mayShareCustomers(item.audience, event.audience),
  );
}

/** Conditions on the same thing exclude each other when they have no value in common. Segments do not: a customer may be in several. */
function mayShareCustomers(one: Audience, other: Audience): boolean {
  const meet = (some: readonly string[], others: readonly string[]) =>
    some.length === 0 || others.length === 0 || some.some((it) => others.includes(it));
  return meet(one.countries, other.countries) && meet(one.locales, other.locales);
}
