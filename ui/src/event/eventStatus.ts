import type { EventStatus, PromoEvent } from "../api/types";
import { stateOf } from "../calendar/states";
import { calendarTexts } from "../texts/calendar";
import { hasEnded } from "../time/window";

type Clocked = Pick<PromoEvent, "status" | "endDatetime">;

/** The status by the clock: a published event has expired once its end has passed, whether that is written yet or not. */
export function statusAt(event: Clocked, now: number = Date.now()): EventStatus {
  return event.status === "PUBLISHED" && hasEnded(event, now) ? "EXPIRED" : event.status;
}

/** What to call an event's status, as the calendar does. */
export function stateName(event: PromoEvent): string {
  return calendarTexts.states[stateOf(event, Date.now())];
}

/** Whether the content may still be changed. */
export function mayBeEdited(event: Clocked, now: number = Date.now()): boolean {
  const status = statusAt(event, now);
  return status === "DRAFT" || status === "PUBLISHED";
}
