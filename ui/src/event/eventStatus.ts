import type { EventStatus, PromoEvent } from "../api/types";

type Clocked = Pick<PromoEvent, "status" | "startDatetime" | "endDatetime">;

/** A status as the calendar shows it: a published event within its window is live. */
export type ShownStatus = EventStatus | "LIVE";

/** The status by the clock: a published event has expired once its end has passed, whether that is written yet or not. */
export function statusAt(event: Clocked, now: number = Date.now()): EventStatus {
  return event.status === "PUBLISHED" && Date.parse(event.endDatetime) < now ? "EXPIRED" : event.status;
}

/** What to call an event's status. */
export function shownStatus(event: Clocked, now: number = Date.now()): ShownStatus {
  const status = statusAt(event, now);
  return status === "PUBLISHED" && Date.parse(event.startDatetime) <= now ? "LIVE" : status;
}

/** Whether the content may still be changed. */
export function mayBeEdited(event: Clocked, now: number = Date.now()): boolean {
  const status = statusAt(event, now);
  return status === "DRAFT" || status === "PUBLISHED";
}
