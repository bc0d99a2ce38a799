import { describe, expect, it } from "vitest";
import { type EventValues, valuesOf } from "../edit/eventValues";
import { anEvent } from "../test/events";
import { differences, isChanged, merged, type Side } from "./differences";

const base = valuesOf(anEvent());
const withContent = (content: EventValues["promotionPackage"]["content"], defaultLocale = "en"): EventValues => ({
  ...base,
  promotionPackage: { ...base.promotionPackage, content, defaultLocale },
});
const de = { subject: "Hallo", body: "Du" };
const en = { subject: "Hello {{name}}", body: "Everything is cheaper." };

const versions: EventValues[] = [
  base,
  { ...base, title: "A", maxRate: 5 },
  { ...base, title: "B", audience: { ...base.audience, countries: ["AT"] }, startTime: "10:00" },
  { ...base, timeZone: "Asia/Tokyo", dispatchTime: "08:00", endDate: "2099-11-30" },
  withContent({ en, de }, "de"),
  withContent({ de }, "de"),
  withContent({ en: { ...en, body: "Other." } }),
];
const pairs = versions.flatMap((mine) => versions.map((theirs) => [mine, theirs] as const));
const all = (found: ReturnType<typeof differences>, side: Side) =>
  Object.fromEntries(found.map(({ key }) => [key, side]));

describe("the differences of two versions", () => {
  it("are none between equals, and some else", () => {
    for (const [mine, theirs] of pairs) {
      expect(differences(mine, theirs, base).length > 0).toBe(mine !== theirs);
      expect(isChanged(mine, theirs)).toBe(mine !== theirs);
    }
  });

  it("make theirs of mine when all of theirs is taken, and leave mine when nothing is", () => {
    for (const [mine, theirs] of pairs) {
      const found = differences(mine, theirs, base);
      expect(isChanged(merged(mine, theirs, found, all(found, "theirs")), theirs)).toBe(false);
      expect(isChanged(merged(mine, theirs, found, all(found, "mine")), mine)).toBe(false);
    }
  });

  it("suggest what only one side changed, and are conflicts where both did", () => {
    const mine = { ...base, title: "Mine", description: "Mine" };
    const theirs = { ...base, description: "Theirs", maxRate: 7 };
    const found = differences(mine, theirs, base);
    expect(found.map(({ key, suggested, conflict }) => [key, suggested, conflict])).toEqual([
      ["title", "mine", false],
      ["description", "mine", true],
      ["maxRate", "theirs", false],
    ]);
    expect(merged(mine, theirs, found, {})).toMatchObject({ title: "Mine", description: "Mine", maxRate: 7 });
  });

  it("never leave a default language without texts", () => {
    for (const [mine, theirs] of pairs) {
      const { content, defaultLocale } = merged(mine, theirs, differences(mine, theirs, base), {}).promotionPackage;
      expect(Object.keys(content)).toContain(defaultLocale);
    }
  });
});
