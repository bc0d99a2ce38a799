package io.promo.bench.inbox;

import java.util.stream.LongStream;

/**
 * What a load measured.
 *
 * @param sortedNanos of each request, ascending; at least one
 * @param seconds from the first request's start to the last answer
 */
public record Latencies(long[] sortedNanos, double seconds) {

    public static Latencies of(LongStream nanos, double seconds) {
        return new Latencies(nanos.sorted().toArray(), seconds);
    }

    public double perSecond() {
        return sortedNanos.length / seconds;
    }

    /**
     * The latency in milliseconds that so many of a hundred requests did not exceed, to the nearest rank.
     *
     * @param percentile above 0, at most 100
     */
    public double percentileMs(double percentile) {
        int rank = (int) Math.ceil(percentile / 100 * sortedNanos.length);
        return sortedNanos[Math.max(1, rank) - 1] / 1e6;
    }
}
