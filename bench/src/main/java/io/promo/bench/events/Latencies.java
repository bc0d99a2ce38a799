package io.promo.bench.events;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * How long something took, many times over.
 *
 * @param count how many times, at least 1
 * @param p50Ms milliseconds that half of them took at most
 * @param p99Ms milliseconds that 99 of 100 took at most; of fewer than 100, the longest
 */
record Latencies(int count, double p50Ms, double p99Ms) {

    /**
     * Of durations in nanoseconds, in any order.
     *
     * @throws IllegalArgumentException when there are none
     */
    static Latencies of(Collection<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Latencies(sorted.length, percentile(sorted, 50), percentile(sorted, 99));
    }

    /** The nearest rank: always one that was measured. */
    private static double percentile(long[] sorted, int percent) {
        long rank = (sorted.length * (long) percent + 99) / 100;
        return Math.round(sorted[(int) rank - 1] * 100.0 / TimeUnit.MILLISECONDS.toNanos(1)) / 100.0;
    }
}
