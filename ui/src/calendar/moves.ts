import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "../api/clients";
import type { CalendarItem, EventDraft, PromoEvent } from "../api/types";
import type { EventWindow } from "../time/window";

/** The key of the mutations that move events. */
export const MOVES = ["move-event"];

const CALENDARS = ["get", "/events/calendar"];

/** An event to be moved from one window to another. */
export type Move = {
  eventId: string;
  title: string;
  /** The version that was looked at when it was moved; what somebody else has made of it since is not moved. */
  version: number;
  from: EventWindow;
  to: EventWindow;
  undo: boolean;
};

/** The versions that one's own moves have made, by the event and the version they were made of. */
export type OwnVersions = Map<string, number>;

type CalendarData = { items: CalendarItem[]; truncated: boolean };

/** Draws the event in its new window before the service has heard of it. */
export async function moveInCache(queries: QueryClient, { eventId, to }: Move): Promise<void> {
  change(queries, eventId, (item) => ({ ...item, ...to }));
  await queries.cancelQueries({ queryKey: CALENDARS });
}

/** Draws the event where it was, unless it has been moved again since. */
export function moveBackInCache(queries: QueryClient, { eventId, from, to }: Move): void {
  change(queries, eventId, (item) => (sameWindow(item, to) ? { ...item, ...from } : item));
}

/**
 * Moves the event: replaces all of it, as the service wants it, with nothing but the window changed. Refused as stale when
 * somebody else has changed it since it was looked at; one's own moves follow each other.
 *
 * @returns the event as it then is
 */
export async function moveAtService(api: Api, own: OwnVersions, { eventId, version, to }: Move): Promise<PromoEvent> {
  const path = { eventId };
  const before = newest(own, eventId, version);
  const { data: event } = await api.calendar.GET("/events/{eventId}", { params: { path } });
  const answer = await api.calendar.PUT("/events/{eventId}", {
    params: { path, header: { "If-Match": `"${before}"` } },
    body: { ...asItIs(event as PromoEvent), ...to },
  });
  const after = answer.data as PromoEvent;
  own.set(nameOf(eventId, before), after.version);
  return after;
}

/** Keeps what the service answered with, so that the event can be moved on from there. */
export function movedAtService(queries: QueryClient, event: PromoEvent): void {
  change(queries, event.eventId, (item) => ({ ...item, version: event.version }));
}

/** All of the event that may be changed. */
function asItIs(event: PromoEvent): EventDraft {
  const { title, description, promotionPackage, audience, startDatetime, endDatetime } = event;
  const { timeZone, dispatchTime, maxRate } = event;
  return {
    title,
    description,
    promotionPackage,
    audience,
    startDatetime,
    endDatetime,
    timeZone,
    dispatchTime,
    maxRate,
  };
}

function change(queries: QueryClient, eventId: string, how: (item: CalendarItem) => CalendarItem): void {
  queries.setQueriesData<CalendarData>(
    { queryKey: CALENDARS },
    (data) => data && { ...data, items: data.items.map((item) => (item.eventId === eventId ? how(item) : item)) },
  );
}

/** What one's own moves have made of a version by now. */
function newest(own: OwnVersions, eventId: string, version: number): number {
  const next = own.get(nameOf(eventId, version));
  return next == null ? version : newest(own, eventId, next);
}

function nameOf(eventId: string, version: number): string {
  return `${eventId} ${version}`;
}

function sameWindow(one: EventWindow, other: EventWindow): boolean {
  return one.startDatetime === other.startDatetime && one.endDatetime === other.endDatetime;
}
