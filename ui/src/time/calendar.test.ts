import { describe, expect, it } from "vitest";
import { asDate, dayOfWeek, eachDate, instantsAnywhere, lanes, monthOf, period, share, turned } from "./calendar";
import { addDays, type Dates, dayCount } from "./window";
import { localDate } from "./zone";

const DAYS = Array.from({ length: 800 }, (_, day) => addDays("2026-01-01", day));

describe("a date in an address", () => {
  it("is read as such only when it is one", () => {
    expect(asDate("2028-02-29")).toBe("2028-02-29");
    for (const text of ["", "2026-02-29", "2026-13-01", "20261127", "2026-11-27T09:00", "2026-11", "tomorrow"]) {
      expect(asDate(text)).toBeNull();
    }
  });
});

describe("periods", () => {
  it("of weeks begin on Monday, end on Sunday, and hold the date", () => {
    for (const day of DAYS) {
      for (const kind of ["week", "weeksOfMonth"] as const) {
        const { first, last } = period(kind, day);
        expect([dayOfWeek(first), dayOfWeek(last)]).toEqual([1, 7]);
        expect(first <= day && day <= last).toBe(true);
        expect(dayCount({ first, last }) % 7).toBe(0);
      }
    }
  });

  it("of a month end the day before the next begins", () => {
    expect(period("month", "2026-11-27")).toEqual({ first: "2026-11-27", last: "2026-12-26" });
    expect(period("month", "2028-02-01")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
  });

  it("turned forwards and back are the same again", () => {
    for (const day of DAYS) {
      for (const kind of ["week", "weeksOfMonth"] as const) {
        expect(period(kind, turned(kind, turned(kind, day, 1), -1))).toEqual(period(kind, day));
      }
    }
    expect(turned("weeksOfMonth", "2026-01-31", 1)).toBe("2026-02-01");
    expect(turned("month", "2026-01-31", 1)).toBe("2026-02-28");
    expect(monthOf("2026-11-27")).toBe("2026-11-01");
  });

  it("list each of their dates once", () => {
    const dates = eachDate(period("weeksOfMonth", "2026-11-27"));
    expect(dates).toHaveLength(42);
    expect(new Set(dates).size).toBe(42);
    expect([dates[0], dates[41]]).toEqual(["2026-10-26", "2026-12-06"]);
  });

  it("are asked for so that no zone's dates are left out", () => {
    const { from, to } = instantsAnywhere({ first: "2026-11-02", last: "2026-11-08" });
    expect(localDate(from, "Pacific/Kiritimati")).toBe("2026-11-02");
    expect(localDate(to, "Etc/GMT+12")).toBe("2026-11-09");
  });
});

describe("lanes", () => {
  const spans: Dates[] = Array.from({ length: 300 }, (_, n) => {
    const first = addDays("2026-11-01", Math.floor(n / 8));
    return { first, last: addDays(first, (n * 7) % 11) };
  });

  it("never hold two spans that share a date, and are no more than are needed", () => {
    const lane = lanes(spans);
    spans.forEach((span, one) => {
      spans.slice(0, one).forEach((other, two) => {
        expect(lane[one] === lane[two] && share(span, other)).toBe(false);
      });
    });
    const busiest = Math.max(...eachDate({ first: "2026-11-01", last: "2026-12-31" }).map(onDate));
    expect(Math.max(...lane) + 1).toBe(busiest);
  });

  function onDate(date: string): number {
    return spans.filter((span) => share(span, { first: date, last: date })).length;
  }
});
