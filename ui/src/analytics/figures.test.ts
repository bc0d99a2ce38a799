import { describe, expect, it } from "vitest";
import { figuresOf, perDate, perEvent, rateScale } from "./figures";
import { eventDay } from "./testDays";

const DAYS = [
  eventDay({ eventId: "a", title: "Spring", dispatchDate: "2026-11-20", sent: 100 }, [10]),
  eventDay({ eventId: "b", title: null, dispatchDate: "2026-11-20", sent: 300 }, [0, 30]),
  eventDay({ eventId: "a", title: "Spring", dispatchDate: "2026-11-23", sent: 100 }, [0, 0, 60]),
];

describe("figures", () => {
  it("add up to the whole, however they are grouped", () => {
    const whole = figuresOf(DAYS);
    expect(whole).toMatchObject({ sent: 500, read: 100, readRate: 0.2 });
    for (const groups of [perEvent(DAYS), perDate(DAYS, { first: "2026-11-18", last: "2026-11-24" })]) {
      expect(groups.reduce((sum, group) => sum + group.sent, 0)).toBe(whole.sent);
      expect(groups.reduce((sum, group) => sum + group.read, 0)).toBe(whole.read);
    }
  });

  it("show a date without a run as a gap", () => {
    const dates = perDate(DAYS, { first: "2026-11-20", last: "2026-11-23" });
    expect(dates.map(({ date, events, sent, readRate }) => [date, events, sent, readRate])).toEqual([
      ["2026-11-20", 2, 400, 0.1],
      ["2026-11-21", 0, 0, null],
      ["2026-11-22", 0, 0, null],
      ["2026-11-23", 1, 100, 0.6],
    ]);
  });

  it("of an event say of which dates they are; the largest comes first", () => {
    expect(perEvent(DAYS)).toMatchObject([
      { eventId: "b", title: null, dates: 1, first: "2026-11-20", last: "2026-11-20", readRate: 0.1 },
      { eventId: "a", title: "Spring", dates: 2, first: "2026-11-20", last: "2026-11-23", readRate: 0.35 },
    ]);
  });

  it("of nothing are none", () => {
    expect(figuresOf([])).toEqual({ sent: 0, read: 0, readRate: null, median: null, p90: null, buckets: [] });
  });

  it("fit below the end of their scale", () => {
    expect(rateScale([])).toBe(0.1);
    expect(rateScale(perEvent(DAYS))).toBe(0.4);
    expect(rateScale([figuresOf([eventDay({ eventId: "c", dispatchDate: "2026-11-20", sent: 1 }, [1])])])).toBe(1);
  });
});
