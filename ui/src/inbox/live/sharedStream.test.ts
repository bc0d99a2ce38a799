import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StreamListener } from "../../api/stream";
import { type Sharing, shareStream } from "./sharedStream";

/** A browser with tabs: what one says the others hear, and one at a time is elected. */
class Browser {
  readonly streams: StreamListener[] = [];
  private readonly ears = new Map<object, (data: unknown) => void>();
  private readonly candidates: (() => void)[] = [];

  tab() {
    const me = {};
    const told: unknown[] = [];
    const sharing: Sharing = {
      channel: {
        say: (word) => this.say(me, word),
        hear: (listener) => this.ears.set(me, listener),
        close: () => this.ears.delete(me),
      },
      elect: (elected, over) => {
        this.candidates.push(elected);
        over.addEventListener("abort", () => this.leave(elected));
        if (this.candidates[0] === elected) {
          elected();
        }
      },
    };
    return { told, close: shareStream(sharing, (listener) => this.open(listener), listenerOf(told)) };
  }

  /** Its tabs neither hear nor say anything any more. */
  freeze() {
    this.ears.clear();
  }

  private say(from: object, word: unknown) {
    for (const [other, hear] of this.ears) {
      if (other !== from) {
        hear(word);
      }
    }
  }

  private open(listener: StreamListener) {
    this.streams.push(listener);
    return () => this.streams.splice(this.streams.indexOf(listener), 1);
  }

  private leave(candidate: () => void) {
    const first = this.candidates[0] === candidate;
    this.candidates.splice(this.candidates.indexOf(candidate), 1);
    if (first) {
      this.candidates[0]?.();
    }
  }
}

function listenerOf(told: unknown[]) {
  return {
    live: (live: boolean) => told.push(live ? "live" : "not live"),
    hint: ({ count }: { count: number }) => told.push(count),
    unread: ({ count }: { count: number }) => told.push(`known: ${count}`),
    refused: () => told.push("refused"),
  };
}

const hint = (count: number) => ({ type: "hint", data: { count, hasMore: false, jitterMs: 0 } });

describe("tabs of one browser", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("share one stream", () => {
    const browser = new Browser();
    const one = browser.tab();
    const two = browser.tab();
    expect(browser.streams).toHaveLength(1);
    browser.streams[0]?.open?.();
    browser.streams[0]?.event(hint(4));
    const three = browser.tab();
    expect(one.told).toEqual(["live", 4]);
    expect(two.told).toEqual(["live", 4]);
    expect(three.told).toEqual(["live", "known: 4"]);
  });

  it("pass the stream on when its tab is closed", () => {
    const browser = new Browser();
    const one = browser.tab();
    const two = browser.tab();
    one.close();
    expect(browser.streams).toHaveLength(1);
    browser.streams[0]?.event(hint(2));
    expect(two.told).toEqual(["live", 2]);
    expect(one.told).toEqual([]);
    two.close();
    expect(browser.streams).toHaveLength(0);
  });

  it("know when the stream is lost, and when it is back", () => {
    const browser = new Browser();
    browser.tab();
    const two = browser.tab();
    browser.streams[0]?.open?.();
    browser.streams[0]?.lost?.();
    browser.streams[0]?.open?.();
    expect(two.told).toEqual(["live", "not live", "live"]);
  });

  it("help themselves when the stream does not open", () => {
    const browser = new Browser();
    const one = browser.tab();
    const two = browser.tab();
    vi.advanceTimersByTime(3_000);
    expect(one.told).toEqual(["not live"]);
    expect(two.told).toEqual(["not live"]);
  });

  it("help themselves when the tab with the stream is frozen", () => {
    const browser = new Browser();
    browser.tab();
    const two = browser.tab();
    browser.streams[0]?.open?.();
    browser.freeze();
    vi.advanceTimersByTime(33_000);
    expect(two.told).toEqual(["live", "not live"]);
  });
});

it("without sharing each tab has a stream of its own", () => {
  const told: unknown[] = [];
  const streams: StreamListener[] = [];
  const open = (listener: StreamListener) => {
    streams.push(listener);
    return () => {};
  };
  const close = shareStream({ channel: null, elect: null }, open, listenerOf(told));
  streams[0]?.event(hint(1));
  streams[0]?.event({ type: "hint", data: "nonsense" });
  close();
  streams[0]?.event(hint(2));
  expect(told).toEqual(["live", 1]);
});
