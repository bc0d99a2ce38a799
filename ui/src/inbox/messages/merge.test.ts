import { describe, expect, it } from "vitest";
import type { Message } from "../../api/types";
import { message } from "../test/fakeInbox";
import { type MessagePage, merge } from "./merge";

const page = (items: Message[], hasMore = false): MessagePage => ({ items, hasMore });
const numbers = (...all: number[]) => all.map((number) => message(number));

/** Small pseudo-random numbers, the same in each run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe("a list brought up to date", () => {
  it("keeps its messages in their places, whatever comes, and hands back the others once", () => {
    const roll = dice(4);
    for (let round = 0; round < 300; round++) {
      const all = Array.from({ length: roll(12) }, (_, index) => message(index + 1, { read: roll(2) === 0 }));
      const shown = [page(all.filter(() => roll(3) > 0))];
      const newest = page(all);
      const { pages, arrived } = merge(shown, newest, "all");
      const before = shown.flatMap(({ items }) => items.map(({ messageId }) => messageId));
      expect(pages.flatMap(({ items }) => items.map(({ messageId }) => messageId))).toEqual(before);
      const after = [...before, ...arrived.map(({ messageId }) => messageId)].sort();
      expect(after).toEqual(all.map(({ messageId }) => messageId).sort());
    }
  });

  it("takes over what has changed", () => {
    const cancelled = message(1, { state: "CANCELLED", read: true });
    expect(merge([page(numbers(1, 2))], page([cancelled, message(2)]), "all").pages).toEqual([
      page([cancelled, message(2)]),
    ]);
  });

  it("leaves to the pages still to be loaded what belongs there", () => {
    const shown = [page(numbers(2, 4), true)];
    expect(merge(shown, page(numbers(1, 2, 3, 4)), "all").arrived).toEqual(numbers(1, 3));
    expect(merge(shown, page(numbers(1, 2, 5, 6), true), "unread").arrived).toEqual(numbers(1));
  });

  it("hands a whole page back when nothing of it was known", () => {
    expect(merge([page(numbers(5, 6), true)], page(numbers(1, 2), true), "all").arrived).toEqual(numbers(1, 2));
    expect(merge([page(numbers(5, 6), true)], page(numbers(1, 2), true), "unread").arrived).toEqual(numbers(1, 2));
  });

  it("knows an unread message as read that is unread no more, but not one that the newest page does not reach", () => {
    const { pages } = merge([page(numbers(1, 2, 3, 4))], page(numbers(2, 3), true), "unread");
    expect(pages[0]?.items.map(({ read }) => read)).toEqual([true, false, false, false]);
    const { pages: all } = merge([page(numbers(1, 2))], page([]), "unread");
    expect(all[0]?.items.map(({ read }) => read)).toEqual([true, true]);
  });
});
