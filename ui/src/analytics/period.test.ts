import { describe, expect, it } from "vitest";
import { lastDays, periodOf, presetOf } from "./period";

const TODAY = "2026-11-27";
const asked = (search: string) => periodOf(new URLSearchParams(search), TODAY);

describe("the range of an address", () => {
  it("is the last 30 days unless it says otherwise", () => {
    expect(asked("")).toEqual({ first: "2026-10-29", last: TODAY });
    expect(asked("from=2026-01-01&to=2026-01-02")).toEqual({ first: "2026-01-01", last: "2026-01-02" });
  });

  it("is one that the service answers", () => {
    for (const wrong of [
      "from=2026-01-01",
      "from=x&to=y",
      "from=2026-02-30&to=2026-03-01",
      "from=2026-02-02&to=2026-02-01",
    ]) {
      expect(asked(wrong)).toEqual(lastDays(30, TODAY));
    }
    expect(asked("from=2026-01-01&to=2026-04-02").first).toBe("2026-01-01");
    expect(asked("from=2026-01-01&to=2026-04-03")).toEqual(lastDays(30, TODAY));
  });

  it("is one of those offered when it ends today", () => {
    expect([7, 30, 90].map((days) => presetOf(lastDays(days, TODAY), TODAY))).toEqual([7, 30, 90]);
    expect(presetOf(lastDays(7, "2026-11-26"), TODAY)).toBeNull();
    expect(presetOf(lastDays(8, TODAY), TODAY)).toBeNull();
  });
});
