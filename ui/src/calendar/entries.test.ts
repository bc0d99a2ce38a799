import { describe, expect, it } from "vitest";
import { agendaDays } from "./agendaDays";
import { countByState, entriesOf, found } from "./entries";
import { item } from "./testItems";

const NOW = Date.parse("2026-11-27T10:07:00Z");

describe("entries", () => {
  it("stay the same objects as long as nothing of them changes", () => {
    const items = [item("2026-11-23", "2026-12-01"), item("2026-12-03", "2026-12-04", { status: "DRAFT" })];
    const before = entriesOf(items, NOW);
    const later = entriesOf(items, NOW + 60_000);
    expect(later[0]).toBe(before[0]);
    expect(later[1]).toBe(before[1]);
    const tomorrow = entriesOf(items, NOW + 86_400_000);
    expect(tomorrow[0]).toMatchObject({ state: "live", day: 6, days: 9 });
    expect(tomorrow[1]).toBe(before[1]);
  });

  it("count a live event's days in its own zone", () => {
    const zones = ["Pacific/Kiritimati", "Europe/Berlin", "Pacific/Pago_Pago"];
    const midnightInBerlin = Date.parse("2026-11-26T23:00:00Z");
    const days = zones.map(
      (timeZone) => entriesOf([item("2026-11-20", "2026-11-30", { timeZone })], midnightInBerlin)[0]?.day,
    );
    expect(days).toEqual([8, 8, 7]);
  });

  it("hint at overlaps of what is or may be sent, with what is sent", () => {
    const items = [
      item("2026-11-23", "2026-12-01"),
      item("2026-12-01", "2026-12-04", { status: "DRAFT" }),
      item("2026-12-01", "2026-12-04", { status: "CANCELLED" }),
      item("2026-12-02", "2026-12-04", { status: "DRAFT" }),
      item("2026-11-01", "2026-11-26"),
    ];
    expect(entriesOf(items, NOW).map(({ overlapping }) => overlapping)).toEqual([false, true, false, false, false]);
  });

  it("are found by title and dates and counted by state", () => {
    const entries = entriesOf(
      [
        item("2026-11-23", "2026-12-01", { title: "Winter boots" }),
        item("2026-12-06", "2026-12-07", { title: "WINTER coats", status: "DRAFT" }),
        item("2026-12-07", "2026-12-08", { title: "Winter later" }),
        item("2026-12-01", "2026-12-01", { title: "Summer" }),
      ],
      NOW,
    );
    const winter = found(entries, { first: "2026-11-01", last: "2026-12-06" }, " winter ");
    expect(winter.map(({ item: { title } }) => title)).toEqual(["Winter boots", "WINTER coats"]);
    expect(countByState(winter)).toEqual({ draft: 1, published: 0, live: 1, expired: 0, cancelled: 0 });
  });
});

describe("the agenda", () => {
  it("names what began earlier, then each day on which something begins, and today", () => {
    const shown = { first: "2026-11-01", last: "2026-11-30" };
    const entries = entriesOf(
      [
        item("2026-11-30", "2026-12-04", { title: "c" }),
        item("2026-10-20", "2026-11-04", { title: "a" }),
        item("2026-11-05", "2026-11-06", { title: "b" }),
        item("2026-11-30", "2026-12-09", { title: "over", status: "CANCELLED" }),
      ],
      NOW,
    );
    const days = agendaDays(entries, shown, "2026-11-27");
    expect(days.map(({ date, entries: on }) => [date, ...on.map(({ item: { title } }) => title)])).toEqual([
      [null, "a"],
      ["2026-11-05", "b"],
      ["2026-11-27"],
      ["2026-11-30", "c", "over"],
    ]);
    expect(agendaDays([], shown, "2026-12-01")).toEqual([]);
  });
});
