import { describe, expect, it } from "vitest";
import type { Audience } from "../api/types";
import { canMeet, overlapsOf } from "./overlaps";
import { item } from "./testItems";

const LISTS = [[], ["a"], ["b"], ["a", "b"], ["c"]];
const AUDIENCES: Audience[] = LISTS.flatMap((segments) =>
  LISTS.flatMap((countries) => LISTS.map((locales) => ({ segments, countries, locales }))),
);

describe("two audiences", () => {
  /** Every kind of customer there can be: any segments at once, one country, one locale. */
  const customers = [[], ["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "c"], ["a", "b", "c"]].flatMap((segments) =>
    ["a", "b", "c"].flatMap((country) => ["a", "b", "c"].map((locale) => ({ segments, country, locale }))),
  );
  const has = (list: string[], value: string) => list.length === 0 || list.includes(value);
  const isIn = (audience: Audience) => (customer: (typeof customers)[number]) =>
    (audience.segments.length === 0 || customer.segments.some((segment) => audience.segments.includes(segment))) &&
    has(audience.countries, customer.country) &&
    has(audience.locales, customer.locale);

  it("can meet exactly when some customer would be in both", () => {
    for (const one of AUDIENCES) {
      const ofOne = customers.filter(isIn(one));
      for (const other of AUDIENCES) {
        expect(canMeet(one, other)).toBe(ofOne.some(isIn(other)));
      }
    }
  });
});

describe("the overlaps of an event", () => {
  const draft = item("2026-11-10", "2026-11-12", { status: "DRAFT" });

  it("are the published ones that share a date", () => {
    const touching = [
      item("2026-11-01", "2026-11-10"),
      item("2026-11-12", "2026-11-30"),
      item("2026-11-11", "2026-11-11"),
    ];
    const apart = [item("2026-11-01", "2026-11-09"), item("2026-11-13", "2026-11-20")];
    expect(overlapsOf(draft, [...touching, ...apart, draft])).toEqual(touching);
  });

  it("are none that are not sent", () => {
    const others = (["DRAFT", "CANCELLED", "EXPIRED"] as const).map((status) =>
      item("2026-11-10", "2026-11-12", { status }),
    );
    expect(overlapsOf(draft, others)).toEqual([]);
    const published = { ...draft, status: "PUBLISHED" as const };
    expect(overlapsOf(published, [published])).toEqual([]);
  });

  it("count dates in each event's own zone", () => {
    const tokyo = item("2026-11-13", "2026-11-13", { timeZone: "Asia/Tokyo" });
    expect(overlapsOf(draft, [tokyo])).toEqual([]);
  });
});
