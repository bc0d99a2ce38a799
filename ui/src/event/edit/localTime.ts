import { Temporal } from "temporal-polyfill";
import { asDate } from "../../time/calendar";
import { instantOf } from "../../time/zone";

/** A date, `YYYY-MM-DD`, and a time of day, `HH:mm` or `HH:mm:ss`, on a zone's calendar and clock. */
export type LocalMoment = { date: string; time: string };

/** What an instant is in a zone. Seconds stand there only when there are any. */
export function localMoment(instant: string, zone: string): LocalMoment {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: local.second === 0 ? "minute" : "second" }),
  };
}

/** The instant, or null while the date, the time or the zone is none. */
export function momentInstant({ date, time }: LocalMoment, zone: string): string | null {
  const clock = parseTime(time);
  if (asDate(date) == null || clock == null) {
    return null;
  }
  try {
    return instantOf(`${date}T${clock}`, zone);
  } catch {
    return null;
  }
}

/** Where the clocks skip the moment: the first one after it that they show; null where they skip nothing. */
export function skippedUntil(moment: LocalMoment, zone: string): LocalMoment | null {
  const instant = momentInstant(moment, zone);
  if (instant == null) {
    return null;
  }
  const shown = localMoment(instant, zone);
  if (shown.date === moment.date && shown.time === parseTime(moment.time)) {
    return null;
  }
  const before = Temporal.PlainDateTime.from(`${moment.date}T${parseTime(moment.time)}`);
  const change = before.toZonedDateTime(zone, { disambiguation: "earlier" }).getTimeZoneTransition("next");
  return change == null ? shown : localMoment(change.toInstant().toString(), zone);
}

/** Where the clocks show the moment twice: how far they are from UTC the first time, which is meant; else null. */
export function firstOfTwo({ date, time }: LocalMoment, zone: string): string | null {
  const instant = momentInstant({ date, time }, zone);
  if (instant == null) {
    return null;
  }
  const local = Temporal.PlainDateTime.from(`${date}T${parseTime(time)}`);
  const second = local.toZonedDateTime(zone, { disambiguation: "later" }).toInstant().toString();
  return second === instant || skippedUntil({ date, time }, zone) != null ? null : offsetName(zone, instant);
}

const TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.](\d{2}))? ?(?:([ap])\.?m\.?)?$/i;

/** A time of day as people write it (9, 9:30, 0930, 9.30 pm) as `HH:mm`, with seconds when they were given; null when it is none. */
export function parseTime(text: string): string | null {
  const written = TIME.exec(text.trim());
  if (written == null) {
    return null;
  }
  const half = written[4]?.toLowerCase();
  const hour = hourOfDay(Number(written[1]), half);
  const minute = Number(written[2] ?? "0");
  const second = Number(written[3] ?? "0");
  if (hour == null || minute > 59 || second > 59) {
    return null;
  }
  const parts = second > 0 ? [hour, minute, second] : [hour, minute];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half == null) {
    return hour < 24 ? hour : null;
  }
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === "p" ? 12 : 0) : null;
}

/** How far a zone's clock is from UTC at an instant, as people write it: UTC+1, UTC−3:30. */
export function offsetName(zone: string, instant: string): string {
  const minutes = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  const size = Math.abs(minutes);
  const rest = Math.round(size % 60);
  const clock = `${Math.floor(size / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "−" : "+"}${clock}`;
}
