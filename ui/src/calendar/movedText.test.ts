import { describe, expect, it } from "vitest";
import { moved } from "../time/window";
import { instantOf } from "../time/zone";
import { movedText } from "./movedText";

describe("a drag", () => {
  it.each([
    [
      "Europe/Berlin",
      "2026-03-26T02:30",
      3,
      "“Boots” is now from Mar 29 to Mar 30. The clocks skip 02:30 on Sun, Mar 29, 2026: it begins at 03:30.",
    ],
    [
      "America/New_York",
      "2026-03-01T02:00",
      7,
      "“Boots” is now from Mar 8 to Mar 9. The clocks skip 02:00 on Sun, Mar 8, 2026: it begins at 03:00.",
    ],
    ["Europe/Berlin", "2026-03-26T03:30", 3, "“Boots” is now from Mar 29 to Mar 30"],
  ])("in %s says what becomes of a start at %s", (timeZone, start, days, text) => {
    const from = {
      startDatetime: instantOf(start, timeZone),
      endDatetime: instantOf(
        `${start.slice(0, 8)}${String(Number(start.slice(8, 10)) + 1).padStart(2, "0")}T20:00`,
        timeZone,
      ),
      timeZone,
    };
    expect(movedText({ title: "Boots", from, to: moved(from, days, days), undo: false })).toBe(text);
  });
});
