import { Temporal } from "temporal-polyfill";
import { instantOf, localDate } from "./zone";

/** When an event is on: two instants and the zone whose dates it runs over. */
export type EventWindow = { startDatetime: string; endDatetime: string; timeZone: string };

/** First and last date, both included, in the event's zone. An end at midnight does not touch the day it begins. */
export type Dates = { first: string; last: string };

export function datesOf(window: EventWindow): Dates {
  const first = localDate(window.startDatetime, window.timeZone);
  const last = lastDateBefore(window.endDatetime, window.timeZone);
  return { first, last: last < first ? first : last };
}

/** The date of the last instant before an end: nothing falls due at the end itself. */
export function lastDateBefore(end: string, zone: string): string {
  return localDate(Temporal.Instant.from(end).subtract({ nanoseconds: 1 }).toString(), zone);
}

/** Whether the window is over; at its very end it is not yet. */
export function hasEnded({ endDatetime }: Pick<EventWindow, "endDatetime">, now: number = Date.now()): boolean {
  return Date.parse(endDatetime) < now;
}

/** How many dates there are from first to last, both included. */
export function dayCount({ first, last }: Dates): number {
  return daysBetween(first, last) + 1;
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** The date some days later; earlier for negative ones. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The window moved by whole days at each end, its local times kept. */
export function moved(window: EventWindow, startDays: number, endDays: number): EventWindow {
  const move = (instant: string, days: number) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(window.timeZone).add({ days }).toInstant().toString();
  return {
    startDatetime: move(window.startDatetime, startDays),
    endDatetime: move(window.endDatetime, endDays),
    timeZone: window.timeZone,
  };
}

/**
 * The window after its ends were dragged by whole days, in a calendar of dates. Where only one end moved so far that the
 * local times no longer follow each other, that end takes the whole of its date.
 */
export function dragged(window: EventWindow, startDays: number, endDays: number): EventWindow {
  const dates = datesOf(window);
  const next = moved(window, startDays, endDays);
  if (isBefore(next.startDatetime, next.endDatetime)) {
    return next;
  }
  return startDays === 0
    ? { ...next, endDatetime: instantOf(`${addDays(dates.last, endDays)}T23:59`, window.timeZone) }
    : { ...next, startDatetime: instantOf(`${addDays(dates.first, startDays)}T00:00`, window.timeZone) };
}

/** The window from the first minute of a date to the last of another, which reads as what it is: an end on that date. */
export function wholeDates({ first, last }: Dates, timeZone: string): EventWindow {
  return {
    startDatetime: instantOf(`${first}T00:00`, timeZone),
    endDatetime: instantOf(`${last}T23:59`, timeZone),
    timeZone,
  };
}

function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;
}
