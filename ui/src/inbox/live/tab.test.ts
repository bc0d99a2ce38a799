import { describe, expect, it } from "vitest";
import { type Effect, type Input, NEW_TAB, step, type Tab } from "./tab";

const hint = { count: 3, hasMore: false, jitterMs: 40 };
const unread = { count: 3, hasMore: false };

function run(tab: Tab, ...inputs: Input[]): [Tab, Effect[]] {
  return inputs.reduce<[Tab, Effect[]]>(([state], input) => step(state, input), [tab, []]);
}

describe("the tab with the stream", () => {
  const [leader] = run(NEW_TAB, { kind: "elected" }, { kind: "opened" }, { kind: "hint", hint });

  it("opens it once", () => {
    expect(step(NEW_TAB, { kind: "elected" })[1]).toEqual([{ kind: "open" }]);
    expect(step(leader, { kind: "elected" })[1]).toEqual([]);
  });

  it("passes hints on", () => {
    expect(step(leader, { kind: "hint", hint })[1]).toEqual([
      { kind: "hint", hint },
      { kind: "say", word: { kind: "hint", hint } },
    ]);
  });

  it("answers who asks", () => {
    expect(step(leader, { kind: "word", word: { kind: "hello" } })[1]).toEqual([
      { kind: "say", word: { kind: "state", live: true, unread } },
    ]);
  });

  it("tells all when it breaks off", () => {
    expect(step(leader, { kind: "lost" })[1]).toEqual([
      { kind: "live", live: false },
      { kind: "say", word: { kind: "state", live: false, unread } },
    ]);
  });
});

describe("another tab", () => {
  it("takes a hint as its own, and as a sign that hints come", () => {
    expect(step(NEW_TAB, { kind: "word", word: { kind: "hint", hint } })[1]).toEqual([
      { kind: "live", live: true },
      { kind: "hint", hint },
    ]);
  });

  it("learns the count from an answer, which is no hint", () => {
    const [tab, effects] = step(NEW_TAB, { kind: "word", word: { kind: "state", live: true, unread } });
    expect(effects).toEqual([
      { kind: "live", live: true },
      { kind: "unread", unread },
    ]);
    expect(tab).toEqual({ leader: false, live: true, unread });
  });

  it("helps itself when nobody answers, and says so once", () => {
    const [silent, effects] = step(NEW_TAB, { kind: "silence" });
    expect(effects).toEqual([{ kind: "live", live: false }]);
    expect(step(silent, { kind: "silence" })[1]).toEqual([]);
  });
});
