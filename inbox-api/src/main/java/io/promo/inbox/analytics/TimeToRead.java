package io.promo.inbox.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long messages lay in the inbox before they were first read. */
record TimeToRead(
        @Schema(
                description = "Half were read within so many seconds, interpolated within its bucket; null: nothing was"
                        + " read, or half took longer than the last bound.")
        @Nullable
        Long medianSeconds,

        @Schema(description = "The same for nine of ten.") @Nullable
        Long p90Seconds,

        @Schema(description = "The same bounds for every event and date, ascending; the last has none.")
        List<Bucket> buckets) {

    /** First readings that took less than the bound, and not less than the bound of the bucket before. */
    @Schema(name = "TimeToReadBucket")
    record Bucket(
            @Schema(description = "Exclusive; null in the last bucket: any longer time.") @Nullable
            Integer upToSeconds,

            long count) {}

    /**
     * @param bounds ascending, in seconds
     * @param counts one more than bounds, each 0 or more
     */
    static TimeToRead of(List<Integer> bounds, List<Long> counts) {
        return new TimeToRead(
                percentile(50, bounds, counts),
                percentile(90, bounds, counts),
                IntStream.range(0, counts.size())
                        .mapToObj(i -> new Bucket(i < bounds.size() ? bounds.get(i) : null, counts.get(i)))
                        .toList());
    }

    long reads() {
        return buckets.stream().mapToLong(Bucket::count).sum();
    }

    private static @Nullable Long percentile(int percent, List<Integer> bounds, List<Long> counts) {
        double wanted = counts.stream().mapToLong(count -> count).sum() * (percent / 100.0);
        double below = 0;
        for (int i = 0; i < bounds.size(); i++) {
            long count = counts.get(i);
            if (count > 0 && below + count >= wanted) {
                int lower = i == 0 ? 0 : bounds.get(i - 1);
                return Math.round(lower + (wanted - below) / count * (bounds.get(i) - lower));
            }
            below += count;
        }
        return null;
    }
}
