import { describe, expect, it } from "vitest";
import { formatDate, formatDateRange, formatDateTime, formatShortDate, formatShortDateRange } from "./format";

describe("dates and times", () => {
  it("are those of the zone asked for, whichever was asked for before", () => {
    const instant = "2026-11-23T08:00:00Z";
    for (const _ of ["first", "again"]) {
      expect(formatDateTime(instant, "Europe/Berlin")).toBe("Nov 23, 2026, 09:00");
      expect(formatDateTime(instant, "Pacific/Kiritimati")).toBe("Nov 23, 2026, 22:00");
    }
  });

  it("are written without the zone of whoever reads them when they have none", () => {
    expect(formatDate("2026-11-23")).toBe("Mon, Nov 23, 2026");
    expect(formatShortDate("2026-11-23")).toBe("Nov 23");
    expect(formatDateRange("2026-11-23", "2026-12-01")).toBe("Nov 23 – Dec 1, 2026");
    expect(formatShortDateRange("2026-11-23", "2026-11-29")).toBe("Nov 23 – 29");
  });
});
