import { describe, expect, it } from "vitest";
import { malformedPlaceholders, unknownPlaceholders } from "./placeholders";

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

  it.each([
    ["Hello {{name", ["{{name"]],
    ["Hello {{{name}}}!", ["{{{name}}}"]],
    ["{{name} and {{email}}", ["{{name}"]],
    ["{{name {{email}}", ["{{name "]],
    ["{{name}}}", ["{{name}}}"]],
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
  ])("are found in steps in proportion to the text: %s", (_, text) => {
    for (const find of [unknownPlaceholders, malformedPlaceholders]) {
      const counted = counting(text);
      find(counted);
      expect(counted.looked()).toBeLessThan(6 * text.length);
    }
  });
});
