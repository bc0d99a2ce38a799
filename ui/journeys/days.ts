import { addDays } from "../src/time/window";
import { instantOf, localDateTime, today as todayIn } from "../src/time/zone";

// Two zones half a day apart: in one of them midnight is always hours away, so that no journey runs into another date.
const [FIRST, OTHER] = ["Europe/Berlin", "Pacific/Auckland"] as const;

const hour = Number(localDateTime(new Date().toISOString(), FIRST).slice(11, 13));

/** The zone of the browsers, and of the events they see. */
export const zone = hour >= 2 && hour < 20 ? FIRST : OTHER;

/** The date some days from today, `YYYY-MM-DD`. */
export function date(days: number): string {
  return addDays(todayIn(zone), days);
}

/** The instant of a local time some days from today. */
export function at(days: number, time: string): string {
  return instantOf(`${date(days)}T${time}`, zone);
}
