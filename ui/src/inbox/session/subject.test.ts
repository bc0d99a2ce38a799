import { expect, it } from "vitest";
import { safeLink } from "../messages/link";
import { tokenOf } from "../test/renderInbox";
import { subjectOf } from "./subject";

it("a JWT is known by its subject, any other token is not", () => {
  expect(subjectOf(tokenOf("anna"))).toBe("anna");
  expect(subjectOf("opaque")).toBeNull();
  expect(subjectOf("a.bm8ganNvbg.c")).toBeNull();
  expect(subjectOf("")).toBeNull();
});

it.each(["javascript:alert(1)", "data:text/html,x", "/relative", "", null, undefined, "ftp://shop.example"])(
  "leads nowhere by %s",
  (link) => {
    expect(safeLink(link)).toBeNull();
  },
);

it("leads to web pages", () => {
  expect(safeLink("https://shop.example/a?b=c")).toEqual({ href: "https://shop.example/a?b=c", host: "shop.example" });
});
