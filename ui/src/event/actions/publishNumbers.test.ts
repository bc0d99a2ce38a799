import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { publishNumbers } from "./publishNumbers";

const due = (date: string, missedAfter: string) => ({ date, dueAt: `${date}T08:00:00Z`, missedAfter });
const dates = [
  due("2026-11-23", "2026-11-23T23:00:00Z"),
  due("2026-11-24", "2026-11-24T23:00:00Z"),
  due("2026-11-25", "2026-11-25T20:00:00Z"),
];
const at = (now: string) => publishNumbers(dates, Temporal.Instant.from(now));

describe("what publishing comes to", () => {
  it("is every date before the first is due", () => {
    expect(at("2026-11-01T00:00:00Z")).toEqual({ days: 3, first: dates[0], atOnce: false, gone: 0 });
  });

  it("counts a date that is due until its midnight in the event's zone", () => {
    expect(at("2026-11-23T22:59:59Z")).toEqual({ days: 3, first: dates[0], atOnce: true, gone: 0 });
    expect(at("2026-11-23T23:00:01Z")).toEqual({ days: 2, first: dates[1], atOnce: false, gone: 1 });
  });

  it("counts the last date until the window's end, and nothing after it", () => {
    expect(at("2026-11-25T20:00:00Z")).toMatchObject({ days: 1, atOnce: true, gone: 2 });
    expect(at("2026-11-25T20:00:01Z")).toEqual({ days: 0, first: undefined, atOnce: false, gone: 3 });
  });
});
