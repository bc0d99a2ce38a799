import { describe, expect, it } from "vitest";
import { malformedPlaceholders, strayBraces, unknownPlaceholders } from "./placeholders";

type Case = { text: string; unknown: string[]; stray: number[] };

// promo-events' own tests read them, too: what publish refuses is refused here.
const files = import.meta.glob<Case[]>("../../../../promo-events/src/test/resources/placeholders.json", {
  eager: true,
  import: "default",
});
const cases = Object.values(files).flat();

/** A text that counts how often one of its characters is looked at. */
function counting(text: string) {
  let looked = 0;
  return {
    length: text.length,
    charAt: (index: number) => {
      looked++;
      return text.charAt(index);
    },
    slice: (from: number, to: number) => {
      looked += to - from;
      return text.slice(from, to);
    },
    looked: () => looked,
  };
}

describe("placeholders", () => {
  it("are told when nothing is filled in for them, each once", () => {
    expect(unknownPlaceholders("{{ name }} {{Name}} {{x}} {{x}} {{}} {y}")).toEqual(["Name", "x", ""]);
  });

  it.each(cases)("in $text are told as the services do", ({ text, unknown, stray }) => {
    expect(unknownPlaceholders(text)).toEqual(unknown);
    expect(strayBraces(text)).toEqual(stray);
    expect(malformedPlaceholders(text).length > 0).toBe(stray.length > 0);
  });

  it.each([
    ["Hello {{name", ["{{name"]],
    ["Hello {{{name}}}!", ["{{{name}}}"]],
    ["{{name} and {{email}}", ["{{name}"]],
    ["{{name {{email}}", ["{{name "]],
    ["{{name}}}", ["{{name}}}"]],
    ["Hello name}}!", ["name}}"]],
    ["{{name}} {email}}", ["{email}}"]],
    ["{{a{b}} }}", ["{{a", "{b}}", "}}"]],
    ["{{ name }} {title} {", []],
  ])("in %j are malformed as %j", (text, malformed) => {
    expect(malformedPlaceholders(text)).toEqual(malformed);
  });

  it.each([
    ["the issue's, 1,200 blanks", `{{${" ".repeat(1_200)}x`],
    ["10,000 blanks and no end", `{{${" ".repeat(10_000)}`],
    ["nothing but braces", "{".repeat(10_000)],
    ["pairs of braces and blanks", "{{ ".repeat(3_000)],
    ["names that never end", `${"{{a".repeat(3_000)}}`],
    ["names that never begin", "a}}".repeat(3_000)],
    ["nothing but closing braces", "}".repeat(10_000)],
    ["one word and its end", `${"a".repeat(10_000)}}}`],
  ])("are found in steps in proportion to the text: %s", (_, text) => {
    for (const find of [unknownPlaceholders, malformedPlaceholders]) {
      const counted = counting(text);
      find(counted);
      expect(counted.looked()).toBeLessThanOrEqual(8 * text.length);
    }
  });
});
