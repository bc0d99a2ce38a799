import { describe, expect, it } from "vitest";
import { BOUNDS, eventDay } from "./testDays";
import { bucketOf, combined, lowerBound, quantile } from "./timeToRead";

const day = (counts: number[]) => eventDay({ eventId: "e", dispatchDate: "2026-11-20", sent: 1_000 }, counts);

/** Numbers that only look random, so that a failure repeats itself. */
function* randoms(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** Times to read, most of them short, some longer than the last bound. */
function times(seed: number, count: number): number[] {
  const random = randoms(seed);
  return Array.from({ length: count }, () => Math.exp((random.next().value ?? 0) * 13));
}

function bucketed(seconds: number[]): number[] {
  const counts = BOUNDS.map(() => 0);
  for (const time of seconds) {
    const index = BOUNDS.findIndex((bound) => bound == null || time < bound);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

describe("quantiles of buckets added up", () => {
  it("are those of all readings together, as near as the buckets let them be", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const days = [times(seed, seed), times(seed + 100, 1 + (seed % 7) * 20), times(seed + 200, 3)];
      const all = days.flat().toSorted((one, other) => one - other);
      const buckets = combined(days.map((seconds) => day(bucketed(seconds))));
      for (const percent of [10, 50, 90, 100]) {
        const exact = all[Math.ceil((all.length * percent) / 100) - 1] ?? 0;
        const index = bucketOf(percent, buckets) ?? -1;
        const told = quantile(percent, buckets) ?? -1;
        expect(exact).toBeGreaterThanOrEqual(lowerBound(index, buckets));
        expect(exact).toBeLessThan(buckets[index]?.upToSeconds ?? Infinity);
        expect(told).toBeGreaterThanOrEqual(lowerBound(index, buckets));
        expect(told).toBeLessThanOrEqual(buckets[index]?.upToSeconds ?? Infinity);
      }
    }
  });

  it("grow with the share that is asked for, and do not depend on how the readings are split into days", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const one = bucketed(times(seed, 40));
      const other = bucketed(times(seed + 500, 25));
      const together = one.map((count, index) => count + (other[index] ?? 0));
      const split = combined([day(one), day(other)]);
      expect(split).toEqual(combined([day(together)]));
      const told = Array.from({ length: 100 }, (_, percent) => quantile(percent + 1, split) ?? -1);
      expect(told).toEqual(told.toSorted((low, high) => low - high));
    }
  });

  it("are interpolated as the service does it", () => {
    expect(quantile(50, combined([day([1, 1, 2])]))).toBe(300);
    expect(quantile(90, combined([day([1, 1, 2])]))).toBe(Math.round(300 + (1.6 / 2) * 3_300));
  });

  it("are not the mean of the days' medians", () => {
    const soonButFew = day([1]);
    const lateAndMany = day([0, 0, 0, 99]);
    expect(quantile(50, combined([soonButFew, lateAndMany]))).toBeGreaterThan(40_000);
  });

  it("tell nothing read from longer than the last bound", () => {
    expect(quantile(50, combined([]))).toBeNull();
    expect(quantile(50, combined([day([])]))).toBeNull();
    expect(quantile(50, combined([day([1, 0, 0, 0, 2])]))).toBe(Infinity);
  });
});
