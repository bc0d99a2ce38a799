import { describe, expect, it } from "vitest";
import { addDays, datesOf, dayCount, dragged, type EventWindow, hasEnded, moved, wholeDates } from "./window";
import { instantOf, localDateTime } from "./zone";

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"];
/** Days around the changes of clocks in Berlin and New York, a leap day, and a turn of the year. */
const DAYS = ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2028-02-29", "2026-12-31"];

function window(start: string, end: string, timeZone: string): EventWindow {
  return { startDatetime: instantOf(start, timeZone), endDatetime: instantOf(end, timeZone), timeZone };
}

const windows = ZONES.flatMap((zone) =>
  DAYS.flatMap((day) =>
    [0, 1, 8].flatMap((length) => [
      window(`${day}T00:00`, `${addDays(day, length)}T23:59`, zone),
      window(`${day}T09:30`, `${addDays(day, length)}T18:00`, zone),
    ]),
  ),
);

describe("the dates of a window", () => {
  it("are those of its own zone, first and last included", () => {
    expect(datesOf(window("2026-11-03T00:00", "2026-11-05T23:59", "Pacific/Kiritimati"))).toEqual({
      first: "2026-11-03",
      last: "2026-11-05",
    });
  });

  it("do not touch the day that begins at the end", () => {
    for (const zone of ZONES) {
      const dates = datesOf(window("2026-10-24T12:00", "2026-10-26T00:00", zone));
      expect(dates).toEqual({ first: "2026-10-24", last: "2026-10-25" });
      expect(dayCount(dates)).toBe(2);
    }
  });

  it("are one where it begins and ends at the same midnight", () => {
    expect(datesOf(window("2026-11-03T00:00", "2026-11-03T00:00", "UTC"))).toEqual({
      first: "2026-11-03",
      last: "2026-11-03",
    });
  });
});

describe("a moved window", () => {
  const moves = windows.flatMap((before) => [-200, -1, 1, 7, 150].map((days) => ({ before, days })));

  it("keeps its local times and its number of dates over any change of clocks", () => {
    for (const { before, days } of moves) {
      const after = moved(before, days, days);
      const clock = (instant: string) => localDateTime(instant, before.timeZone).slice(11);
      expect(clock(after.startDatetime)).toBe(clock(before.startDatetime));
      expect(dayCount(datesOf(after))).toBe(dayCount(datesOf(before)));
      expect(datesOf(after).first).toBe(addDays(datesOf(before).first, days));
      expect(moved(after, -days, -days)).toEqual(before);
    }
  });

  it("that would begin in an hour the clocks skip begins that much later", () => {
    const after = moved(window("2026-03-28T02:30", "2026-03-28T20:00", "Europe/Berlin"), 1, 1);
    expect(localDateTime(after.startDatetime, "Europe/Berlin")).toBe("2026-03-29T03:30");
  });
});

describe("a dragged end", () => {
  const drags = windows.flatMap((before) => [1 - dayCount(datesOf(before)), 0, 3].map((days) => ({ before, days })));

  it("moves the dates by as many days, and start stays before end", () => {
    for (const { before, days } of drags) {
      const dates = datesOf(before);
      const after = dragged(before, 0, days);
      expect(datesOf(after)).toEqual({ first: dates.first, last: addDays(dates.last, days) });
      expect(after.startDatetime).toBe(before.startDatetime);
      const other = dragged(before, -days, 0);
      expect(datesOf(other)).toEqual({ first: addDays(dates.first, -days), last: dates.last });
      expect(other.endDatetime).toBe(before.endDatetime);
    }
  });

  it("takes its whole date when the clock times would cross", () => {
    const before = window("2026-11-03T20:00", "2026-11-05T09:00", "Europe/Berlin");
    expect(dragged(before, 0, -2)).toEqual(window("2026-11-03T20:00", "2026-11-03T23:59", "Europe/Berlin"));
    expect(dragged(before, 2, 0)).toEqual(window("2026-11-05T00:00", "2026-11-05T09:00", "Europe/Berlin"));
  });
});

describe("a window that is over", () => {
  it("is so after its end, not at it", () => {
    const { endDatetime } = window("2026-11-03T00:00", "2026-11-05T23:59", "Europe/Berlin");
    expect(hasEnded({ endDatetime }, Date.parse(endDatetime))).toBe(false);
    expect(hasEnded({ endDatetime }, Date.parse(endDatetime) + 1)).toBe(true);
  });
});

describe("a window of whole dates", () => {
  it("covers exactly them, also on days of 23 and 25 hours", () => {
    for (const zone of ZONES) {
      for (const day of DAYS) {
        const dates = { first: day, last: addDays(day, 2) };
        expect(datesOf(wholeDates(dates, zone))).toEqual(dates);
      }
    }
  });
});
