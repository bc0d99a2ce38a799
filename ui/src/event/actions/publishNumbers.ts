import { Temporal } from "temporal-polyfill";
import type { EventPreview } from "../../api/types";

/** A date of an event, when its run starts and until when it may. */
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
export function publishNumbers(dates: readonly Due[], now: Temporal.Instant): PublishNumbers {
  const sent = dates.filter(({ missedAfter }) => Temporal.Instant.compare(missedAfter, now) >= 0);
  const first = sent[0];
  return {
    days: sent.length,
    first,
    atOnce: first != null && Temporal.Instant.compare(first.dueAt, now) <= 0,
    gone: dates.length - sent.length,
  };
}
