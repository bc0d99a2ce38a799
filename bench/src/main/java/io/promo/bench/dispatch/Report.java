package io.promo.bench.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.promo.bench.machine.Round;
import io.promo.bench.machine.Rounds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The platform beside the other contenders, as {@code -o json} prints it. Medians are of the rounds that count.
 *
 * @param customers customers there are; the subscribed ones get a message
 * @param settings of the PostgreSQL server, and the machine
 * @param firstEvent into an empty partition; null when no round counts
 * @param thirdEvent into a partition that holds two events of as many messages; null when no round counts
 * @param roundsAsked rounds that were to count
 * @param rounds all of them, void ones, too
 */
@JsonPropertyOrder({"customers", "settings"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        long customers,
        Map<String, String> settings,
        @JsonUnwrapped @Nullable Comparison firstEvent,
        @Nullable Comparison thirdEvent,
        int roundsAsked,
        List<Round<Rates>> rounds)
        implements Outcome {

    /**
     * Rows per second of each contender in one round.
     *
     * @param firstEvent by the contender's name
     * @param thirdEvent by the contender's name
     */
    record Rates(Map<String, Long> firstEvent, Map<String, Long> thirdEvent) {}

    /** @param rows of each event */
    static Report of(long customers, Map<String, String> settings, long rows, Rounds<Rates> rounds) {
        return new Report(
                customers,
                settings,
                Comparison.of(rows, rounds.counting(), Rates::firstEvent),
                Comparison.of(rows, rounds.counting(), Rates::thirdEvent),
                rounds.asked(),
                rounds.all());
    }

    @Override
    public String table() {
        return Table.of(this);
    }

    @Override
    public Optional<String> distrust() {
        return new Rounds<>(roundsAsked, rounds).distrust();
    }

    /** All contenders at the same task. */
    @JsonPropertyOrder({"promo", "pipe", "raw", "sql", "usual", "ratios"})
    record Comparison(Figures promo, Figures pipe, Figures raw, Figures sql, Figures usual, Ratios ratios) {

        Comparison(Figures promo, Figures pipe, Figures raw, Figures sql, Figures usual) {
            this(
                    promo,
                    pipe,
                    raw,
                    sql,
                    usual,
                    new Ratios(ratio(promo, pipe), ratio(promo, raw), ratio(promo, sql), ratio(promo, usual)));
        }

        /** Of those rounds; null when there are none. */
        static @Nullable Comparison of(long rows, List<Rates> rounds, Function<Rates, Map<String, Long>> event) {
            if (rounds.isEmpty()) {
                return null;
            }
            Function<String, Figures> figures = contender -> Figures.of(
                    rows,
                    rounds.stream()
                            .map(round -> event.apply(round).getOrDefault(contender, 0L))
                            .toList());
            return new Comparison(
                    figures.apply("promo"),
                    figures.apply("pipe"),
                    figures.apply("raw"),
                    figures.apply("sql"),
                    figures.apply("usual"));
        }

        private static double ratio(Figures promo, Figures other) {
            return Math.round(100.0 * promo.rowsPerSecond() / other.rowsPerSecond()) / 100.0;
        }
    }

    /** Rates of the platform, each divided by another contender's. */
    record Ratios(double vsPipe, double vsRaw, double vsSql, double vsUsual) {}

    /**
     * Of one contender.
     *
     * @param rowsPerSecond of the median round
     * @param seconds of the median round
     * @param rounds rows per second of each that counts
     */
    record Figures(long rowsPerSecond, double seconds, long rows, List<Long> rounds) {

        static Figures of(long rows, List<Long> rowsPerSecond) {
            long median = Medians.slower(rowsPerSecond);
            return new Figures(median, Math.round(1_000.0 * rows / median) / 1_000.0, rows, rowsPerSecond);
        }
    }
}
