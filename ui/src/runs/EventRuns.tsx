import type { PromoEvent } from "../api/types";

/** An event's runs, a row per day, with what can be done about each. */
export function EventRuns(_: { event: PromoEvent }) {
  return null;
}
