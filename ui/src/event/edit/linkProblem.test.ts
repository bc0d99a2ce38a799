import { describe, expect, it } from "vitest";
import { linkProblem } from "./linkProblem";

type Case = { link: string; reason: string | null; says?: string };

// calendar-api's own tests read them, too: what one of the two takes, the other takes.
const files = import.meta.glob<Case[]>("../../../../calendar-api/src/test/resources/links.json", {
  eager: true,
  import: "default",
});
const cases = Object.values(files).flat();

describe("a link", () => {
  it.each(cases.filter(({ reason }) => reason == null))("may be $link", ({ link }) => {
    expect(linkProblem(link)).toBeNull();
  });

  it.each(cases.filter(({ reason }) => reason != null))("may not be $link, and the text says why", ({ link, says }) => {
    expect(linkProblem(link)).toContain(says);
  });

  it.each([
    ["https://sh\ud83dop.example/", "U+D83D"],
    ["https://faß.example/", "in ASCII"],
    [`https://${"a".repeat(100_000)} `, "U+0020"],
  ])("may not be %j either", (link, says) => {
    expect(linkProblem(link)).toContain(says);
  });
});
