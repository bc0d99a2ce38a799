import { Temporal } from "temporal-polyfill";
import type { EventPreview } from "../../api/types";
import type { EventWindow } from "../../time/window";

/** A date of an event and when its run starts. */
type Due = EventPreview["dates"][number];

/** What publishing now would come to. */
export type PublishNumbers = {
  /** Dates that would be sent. */
  days: number;
  /** The first of them; undefined when there is none. */
  first: Due | undefined;
  /** Its time has come: it would be sent at once. */
  atOnce: boolean;
  /** Dates that have gone by, which nothing sends by itself. */
  gone: number;
};

/** Counts the dates that are still sent when the event is published at `now`. */
export function publishNumbers(dates: readonly Due[], window: EventWindow, now: Temporal.Instant): PublishNumbers {
  const sent = dates.filter((date) => Temporal.Instant.compare(missedAfter(date, window), now) >= 0);
  const first = sent[0];
  return {
    days: sent.length,
    first,
    atOnce: first != null && Temporal.Instant.compare(first.dueAt, now) <= 0,
    gone: dates.length - sent.length,
  };
}

/** Until when a date's run may still start, as `PromotionWindow` says: the midnight after it is due, or the window's end. */
function missedAfter({ dueAt }: Due, { endDatetime, timeZone }: EventWindow): Temporal.Instant {
  const local = Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone);
  const midnight = local.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  const end = Temporal.Instant.from(endDatetime);
  return Temporal.Instant.compare(midnight, end) < 0 ? midnight : end;
}
