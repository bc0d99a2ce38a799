import { analyticsTexts } from "../texts/analytics";
import { type Bucket, lowerBound, type Quantile } from "./timeToRead";

/** A quantile in words: about a time, as only ranges are counted, longer than the longest that is measured, or nothing to speak of. */
export function quantileText(quantile: Quantile, buckets: Bucket[]): string {
  if (quantile == null) {
    return analyticsTexts.nothing;
  }
  return quantile === Infinity
    ? analyticsTexts.beyond(lowerBound(buckets.length - 1, buckets))
    : analyticsTexts.about(quantile);
}

/** What a bucket holds: 1 – 5 min. */
export function bucketText(index: number, buckets: Bucket[]): string {
  const from = lowerBound(index, buckets);
  const to = buckets[index]?.upToSeconds;
  if (to == null) {
    return analyticsTexts.longer(from);
  }
  return from === 0 ? analyticsTexts.shorter(to) : analyticsTexts.between(from, to);
}
