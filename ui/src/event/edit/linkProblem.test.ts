import { describe, expect, it } from "vitest";
import { eventTexts } from "../../texts/event";
import { linkProblem } from "./linkProblem";

const { link: wrong } = eventTexts.rules;

describe("a link", () => {
  it.each([
    "https://shop.example/garden",
    "HTTP://Shop.Example:8080/a%20b?q=1&r=ü#top",
    "https://xn--mnchen-3ya.example",
    "https://127.0.0.1:65535/",
    "http://localhost:1?x",
  ])("may be %s", (link) => {
    expect(linkProblem(link)).toBeNull();
  });

  it.each([
    ["/garden", wrong.scheme],
    ["ftp://shop.example", wrong.scheme],
    ["https:shop.example", wrong.scheme],
    ["javascript:alert(1)//https://shop.example", wrong.scheme],
    ["https://shop.example/a b", wrong.characters],
    ["https://shop.example/\u200b", wrong.characters],
    ["https://shop.example/{{name}}", wrong.characters],
    ["https://anna:secret@shop.example/", wrong.user],
    ["https://shop.example@evil.example/", wrong.user],
    ["https:///garden", wrong.noHost],
    ["https://:8080/", wrong.noHost],
    ["https://my_shop.example/", wrong.underscore("my_shop.example")],
    ["https://a.b_c.example:80", wrong.underscore("a.b_c.example")],
    ["https://münchen.example/x", wrong.foreign("münchen.example", "xn--mnchen-3ya.example")],
    ["https://BÜCHER.example:99", wrong.foreign("BÜCHER.example", "xn--bcher-kva.example")],
    ["https://-shop.example", wrong.host("-shop.example")],
    ["https://shop..example", wrong.host("shop..example")],
    [`https://${"a".repeat(64)}.example`, wrong.host(`${"a".repeat(64)}.example`)],
    ["https://sh%6fp.example", wrong.host("sh%6fp.example")],
    ["https://shop.example:65536/", wrong.port],
    ["https://shop.example:99999", wrong.port],
    ["https://shop.example:0", wrong.port],
    ["https://shop.example:-1", wrong.port],
    ["https://shop.example:80a/", wrong.port],
    ["https://shop.example:٣/", wrong.port],
    ["https://300.1.1.1/", wrong.host("300.1.1.1")],
  ])("may not be %s, and the text says why", (link, problem) => {
    expect(linkProblem(link)).toBe(problem);
  });
});
