import { Temporal } from "temporal-polyfill";

/** The zone of whoever looks. */
export function localZone(): string {
  return Temporal.Now.timeZoneId();
}

/** The local date and time, `YYYY-MM-DDTHH:mm`, that an instant is in a zone. */
export function localDateTime(instant: string, zone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: "minute" });
}

/** The local date, `YYYY-MM-DD`, that an instant is in a zone. */
export function localDate(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * The instant of a local date and time in a zone. Times that a clock change skips or repeats resolve as the services do it:
 * later by the gap, and the first of the two.
 *
 * @throws RangeError for what is no local date and time, or no zone
 */
export function instantOf(local: string, zone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
}

/** Whether the clocks of a zone skip a local date and time, `YYYY-MM-DDTHH:mm`. */
export function isSkipped(local: string, zone: string): boolean {
  return localDateTime(instantOf(local, zone), zone) !== local;
}

/** Today's date in a zone. */
export function today(zone: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}

/** Every zone the browser knows, UTC first. */
export function zones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}
