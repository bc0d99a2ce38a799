import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createChanges } from "./changes";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("a list is asked for again after a random part of the time given, once for all that is told meanwhile", () => {
  const looked = vi.fn();
  const changes = createChanges(() => 0.5);
  const stop = changes.listen(looked);
  changes.tell(20_000);
  vi.advanceTimersByTime(9_999);
  expect(looked).not.toHaveBeenCalled();
  changes.tell(100);
  vi.advanceTimersByTime(50);
  expect(looked).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(looked).toHaveBeenCalledOnce();
  changes.tell(100);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(looked).toHaveBeenCalledOnce();
});
