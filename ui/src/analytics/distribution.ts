import { analyticsTexts } from "../texts/analytics";
import { bucketText } from "./quantileText";
import { type Bucket, bucketOf, readsOf } from "./timeToRead";

/** A bucket as it is shown: its share of all readings, and that of all readings up to its end. */
export type BucketRow = {
  within: string;
  /** Exclusive; null: any longer. */
  upToSeconds: number | null;
  count: number;
  share: number;
  readByThen: number;
  /** The quantiles that lie in it, by name. */
  holds: string[];
};

/** How the readings spread over time; nothing where nothing was read. */
export function distributionOf(buckets: Bucket[]): BucketRow[] {
  const reads = readsOf(buckets);
  if (reads === 0) {
    return [];
  }
  const median = bucketOf(50, buckets);
  const p90 = bucketOf(90, buckets);
  return buckets.map(({ upToSeconds, count }, index) => ({
    within: bucketText(index, buckets),
    upToSeconds: upToSeconds ?? null,
    count,
    share: count / reads,
    readByThen: readsOf(buckets.slice(0, index + 1)) / reads,
    holds: [
      ...(index === median ? [analyticsTexts.holdsMedian] : []),
      ...(index === p90 ? [analyticsTexts.holdsP90] : []),
    ],
  }));
}
