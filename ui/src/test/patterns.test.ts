import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The page's own code, by file. */
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const patterns = Object.entries(sources).flatMap(([file, text]) =>
  patternsIn(file, text).map((pattern) => ({ file, pattern })),
);

// Whoever types, or sends what is shown, chooses the text: a pattern may look at each of its characters a few times, and no more.
describe("every regular expression of the screens", () => {
  it("is among those looked at here", () => {
    expect(patterns.length).toBeGreaterThan(10);
  });

  it.each(patterns)("$pattern in $file takes steps in proportion to the text", ({ pattern }) => {
    expect(isLinear(pattern)).toBe(true);
  });
});

describe("the judgement", () => {
  it.each(["/^a+b/", "/[a*b]x/", "/^x{2}y{1,3}$/", "/a?b\\*\\+/", "/^[^.]+\\./u"])("lets %s pass", (text) => {
    expect(patternsIn("a.ts", `const p = ${text};`).map(isLinear)).toEqual([true]);
  });

  it.each(["/\\{\\{\\s*([^{}]*?)\\s*\\}\\}/g", "/^(a|b+)+$/", "/^\\s*x\\s*$/", "/a+b/", "/^a{2,}b*$/", "/x|^a+/"])(
    "finds the fault of %s",
    (text) => {
      expect(patternsIn("a.ts", `const p = ${text};`).map(isLinear)).toEqual([false]);
    },
  );

  it("refuses patterns that are put together while the page runs", () => {
    expect(patternsIn("a.ts", "new RegExp(typed)").map(isLinear)).toEqual([false]);
  });
});

/** The regular expressions in a file, as they are written; those made by `RegExp` as the call. */
function patternsIn(file: string, text: string): string[] {
  if (!/RegExp|\//.test(text)) {
    return [];
  }
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const called = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression : null;
    if (
      ts.isRegularExpressionLiteral(node) ||
      (called != null && ts.isIdentifier(called) && called.text === "RegExp")
    ) {
      found.push(node.getText());
    }
    node.forEachChild(visit);
  };
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind));
  return found;
}

/**
 * Whether a pattern's steps are in proportion to its text: without a repetition that knows no limit, they are few from each
 * place; with one, they are so as long as the pattern begins at one place only.
 */
function isLinear(pattern: string): boolean {
  if (!pattern.startsWith("/")) {
    return false;
  }
  const plain = pattern
    .slice(1, pattern.lastIndexOf("/"))
    // What stands for itself, and sets of characters, repeat nothing.
    .replaceAll(/\\[pP]\{[^}]*\}|\\./g, "x")
    .replaceAll(/\[[^\]]*\]/g, "x");
  const endless = plain.match(/[*+]|\{\d+,\}/g) ?? [];
  const nested = /\)(?:[*+]|\{\d+,\})/.test(plain);
  return endless.length === 0 || (endless.length === 1 && !nested && plain.startsWith("^") && !plain.includes("|"));
}
