package io.promo.bench.dispatch;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * What was measured, as {@code -o json} prints it.
 *
 * @param customers customers there are; the subscribed ones get a message
 * @param settings of the PostgreSQL server, and the machine
 * @param firstEvent into an empty partition
 * @param thirdEvent into a partition that holds two events of as many messages
 */
@JsonPropertyOrder({"customers", "settings"})
record Report(
        long customers,
        Map<String, String> settings,
        @JsonUnwrapped Comparison firstEvent,
        Comparison thirdEvent) {

    /** All contenders at the same task. */
    @JsonPropertyOrder({"promo", "pipe", "raw", "usual", "ratios"})
    record Comparison(Figures promo, Figures pipe, Figures raw, Figures usual, Ratios ratios) {

        Comparison(Figures promo, Figures pipe, Figures raw, Figures usual) {
            this(promo, pipe, raw, usual, new Ratios(ratio(promo, pipe), ratio(promo, raw), ratio(promo, usual)));
        }

        private static double ratio(Figures promo, Figures other) {
            return Math.round(100.0 * promo.rowsPerSecond() / other.rowsPerSecond()) / 100.0;
        }
    }

    /** Rates of the platform, each divided by another contender's. */
    record Ratios(double vsPipe, double vsRaw, double vsUsual) {}

    /**
     * Of one contender.
     *
     * @param rowsPerSecond of the median round
     * @param seconds of the median round
     * @param rounds rows per second of each
     */
    record Figures(long rowsPerSecond, double seconds, long rows, List<Long> rounds) {

        /** Of an even number of rounds the slower one of the middle counts. */
        static Figures of(long rows, List<Double> seconds) {
            double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
            return new Figures(
                    Math.round(rows / median),
                    Math.round(median * 1_000) / 1_000.0,
                    rows,
                    seconds.stream().map(it -> Math.round(rows / it)).toList());
        }
    }
}
