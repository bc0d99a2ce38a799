package io.promo.bench.stream;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.promo.bench.inbox.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What was measured, as {@code -o json} prints it.
 *
 * @param connected customers with a stream
 * @param customers how many the run was for
 * @param connectSeconds until all were connected and had their first hint
 * @param hints when a run with messages for all had ended
 * @param database work caused by the hints alone, when a run without any message had ended; the vacuum after it included
 * @param badge other customers' requests meanwhile
 * @param naive the same change if each client had asked for its badge at once
 * @param settings of the PostgreSQL server, and the machine
 */
@JsonPropertyOrder({"connected", "customers", "connectSeconds", "hints", "database", "badge", "naive", "settings"})
record Report(
        int connected,
        int customers,
        double connectSeconds,
        Hints hints,
        DatabaseWork database,
        Badge badge,
        Naive naive,
        Map<String, String> settings) {

    /**
     * When hints came, in seconds after the end of the run by the dispatch database's clock.
     *
     * @param wrong streams whose hint carried another count than the one the run made
     */
    @JsonPropertyOrder({"received", "wrong", "first", "median", "p99", "last"})
    record Hints(int received, int wrong, double first, double median, double p99, double last) {

        static Hints of(Instant runEnded, List<Listener.Hint> hints, int expectedCount) {
            long wrong =
                    hints.stream().filter(hint -> hint.count() != expectedCount).count();
            Latencies after = Latencies.of(
                    hints.stream()
                            .mapToLong(hint ->
                                    Duration.between(runEnded, hint.at()).toNanos()),
                    1);
            LongStream all = LongStream.of(after.sortedNanos());
            return new Hints(
                    hints.size(),
                    (int) wrong,
                    thousandths(all.findFirst().orElseThrow() / 1e9),
                    thousandths(after.percentileMs(50) / 1e3),
                    thousandths(after.percentileMs(99) / 1e3),
                    thousandths(after.percentileMs(100) / 1e3));
        }
    }

    /**
     * Of the inbox database, net of what it does anyway.
     *
     * @param statements each is a transaction
     * @param activeMs its sessions' time executing, added up
     */
    @JsonPropertyOrder({"statements", "activeMs"})
    record DatabaseWork(long statements, long activeMs) {

        static DatabaseWork of(double statements, double activeMs) {
            return new DatabaseWork(Math.round(statements), Math.round(activeMs));
        }
    }

    /**
     * 99th percentiles of GET of the badge at an even pace, in milliseconds.
     *
     * @param quiet all connected and nothing to tell
     * @param wave from the end of the run to the last hint
     * @param ratio of wave to quiet
     * @param naive while all asked at once
     */
    @JsonPropertyOrder({"quiet", "wave", "ratio", "naive", "naiveRatio"})
    record Badge(double quiet, double wave, double ratio, double naive, double naiveRatio) {

        static Badge of(Latencies quiet, Latencies wave, Latencies naive) {
            return new Badge(
                    thousandths(quiet.percentileMs(99)),
                    thousandths(wave.percentileMs(99)),
                    thousandths(wave.percentileMs(99) / quiet.percentileMs(99)),
                    thousandths(naive.percentileMs(99)),
                    thousandths(naive.percentileMs(99) / quiet.percentileMs(99)));
        }
    }

    /**
     * Requests of all who had been connected, sent at once.
     *
     * @param mostPerSecond answers in the best second
     * @param last seconds until the last answer
     */
    @JsonPropertyOrder({"requests", "failed", "mostPerSecond", "p50Ms", "p99Ms", "last", "database"})
    record Naive(
            int requests,
            int failed,
            long mostPerSecond,
            double p50Ms,
            double p99Ms,
            double last,
            DatabaseWork database) {

        static Naive of(Refetch.Answers answers, DatabaseWork database) {
            Latencies latencies = answers.latencies();
            return new Naive(
                    answers.endedNanos().length + answers.failed(),
                    answers.failed(),
                    answers.mostInASecond(),
                    thousandths(latencies.percentileMs(50)),
                    thousandths(latencies.percentileMs(99)),
                    thousandths(latencies.percentileMs(100) / 1e3),
                    database);
        }
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
