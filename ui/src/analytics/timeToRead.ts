import type { EventDay } from "../api/types";

/** First readings that took less than the bound, and not less than the bound of the bucket before; no bound: any longer. */
export type Bucket = EventDay["timeToRead"]["buckets"][number];

/** Seconds; null: nothing was read; Infinity: longer than the last bound, which is all that is known. */
export type Quantile = number | null;

/** The buckets of several event days as one. Quantiles cannot be averaged; counts can be added, and asked anew. */
export function combined(days: EventDay[]): Bucket[] {
  const counts = new Map<number | null, number>();
  for (const { upToSeconds = null, count } of days.flatMap((day) => day.timeToRead.buckets)) {
    counts.set(upToSeconds, (counts.get(upToSeconds) ?? 0) + count);
  }
  return [...counts]
    .map(([upToSeconds, count]) => ({ upToSeconds, count }))
    .sort((one, other) => (one.upToSeconds ?? Infinity) - (other.upToSeconds ?? Infinity));
}

/** The time within which so many per cent of the readings came, interpolated within its bucket as inbox-api does it. */
export function quantile(percent: number, buckets: Bucket[]): Quantile {
  const index = bucketOf(percent, buckets);
  const bucket = index == null ? undefined : buckets[index];
  if (index == null || bucket == null) {
    return null;
  }
  if (bucket.upToSeconds == null) {
    return Infinity;
  }
  const lower = lowerBound(index, buckets);
  const share = (wanted(percent, buckets) - readsOf(buckets.slice(0, index))) / bucket.count;
  return Math.round(lower + share * (bucket.upToSeconds - lower));
}

/** In which bucket the quantile lies; null: nothing was read. */
export function bucketOf(percent: number, buckets: Bucket[]): number | null {
  let below = 0;
  for (const [index, { count }] of buckets.entries()) {
    if (count > 0 && below + count >= wanted(percent, buckets)) {
      return index;
    }
    below += count;
  }
  return null;
}

/** Where a bucket begins, in seconds. */
export function lowerBound(index: number, buckets: Bucket[]): number {
  return buckets[index - 1]?.upToSeconds ?? 0;
}

/** All readings. */
export function readsOf(buckets: Bucket[]): number {
  return buckets.reduce((sum, { count }) => sum + count, 0);
}

function wanted(percent: number, buckets: Bucket[]): number {
  return readsOf(buckets) * (percent / 100);
}
