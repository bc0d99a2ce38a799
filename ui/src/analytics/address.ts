import { useSearchParams } from "react-router";
import type { Dates } from "../time/window";
import { localZone, today } from "../time/zone";
import { periodOf } from "./period";

/** What the page's address says is shown, and the ways to another. */
type Address = {
  period: Dates;
  today: string;
  /** One event's figures; null: those of all. */
  eventId: string | null;
  show(period: Dates): void;
  /** Null: all events again. */
  choose(eventId: string | null): void;
};

/** The state of the page lives in its address: it can be sent to somebody, and the browser's way back works. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const now = today(localZone());
  const change = (values: Record<string, string | null>) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(values)) {
        if (value == null) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
      }
      return after;
    });
  return {
    period: periodOf(search, now),
    today: now,
    eventId: search.get("event") || null,
    show: ({ first, last }) => change({ from: first, to: last }),
    choose: (eventId) => change({ event: eventId }),
  };
}

/** Where an event's figures are, the dates kept for the way back. */
export function eventAddress(eventId: string, search: URLSearchParams): string {
  const to = new URLSearchParams(search);
  to.set("event", eventId);
  return `?${to}`;
}

/** Where an event is in the calendar. */
export function calendarAddress(eventId: string): string {
  return `/admin/event-calendar?${new URLSearchParams({ event: eventId })}`;
}
