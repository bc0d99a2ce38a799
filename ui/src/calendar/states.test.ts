import { describe, expect, it } from "vitest";
import { nextChange, stateOf } from "./states";
import { item } from "./testItems";

const NOW = Date.parse("2026-11-27T10:07:00Z");

describe("an event's state", () => {
  it("is told by the clock only of published ones", () => {
    const on = { startDatetime: "2026-11-27T10:07:00Z", endDatetime: "2026-11-27T10:07:00Z" };
    expect(stateOf(item("2026-11-27", "2026-11-27", on), NOW)).toBe("live");
    expect(stateOf(item("2026-11-28", "2026-11-29"), NOW)).toBe("published");
    expect(stateOf(item("2026-11-20", "2026-11-26"), NOW)).toBe("expired");
    expect(stateOf(item("2026-11-20", "2026-11-26", { status: "DRAFT" }), NOW)).toBe("draft");
    expect(stateOf(item("2026-11-20", "2026-11-30", { status: "CANCELLED" }), NOW)).toBe("cancelled");
    expect(stateOf(item("2026-11-20", "2026-11-30", { status: "EXPIRED" }), NOW)).toBe("expired");
  });

  it("is looked at again when it changes: at a begin, after an end, and at the quarters at which dates change", () => {
    const items = [
      item("2026-11-27", "2026-11-28", { startDatetime: "2026-11-27T10:09:00Z" }),
      item("2026-11-27", "2026-11-28", { endDatetime: "2026-11-27T10:11:00Z" }),
      item("2026-11-27", "2026-11-28", { status: "DRAFT", startDatetime: "2026-11-27T10:08:00Z" }),
    ];
    const moments: string[] = [];
    for (let now = NOW; moments.length < 3; now = nextChange(items, now)) {
      moments.push(new Date(nextChange(items, now)).toISOString());
    }
    expect(moments).toEqual(["2026-11-27T10:09:00.000Z", "2026-11-27T10:11:00.001Z", "2026-11-27T10:15:00.000Z"]);
    const before = items.map((one) => stateOf(one, NOW));
    expect(before).toEqual(["published", "live", "draft"]);
    expect(items.map((one) => stateOf(one, Date.parse("2026-11-27T10:11:00.001Z")))).toEqual([
      "live",
      "expired",
      "draft",
    ]);
  });
});
