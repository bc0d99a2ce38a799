package io.promo.bench.machine;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rounds of a measurement, those among them that do not count. There are at most twice as many as were asked for: a
 * machine that is not left alone by then will not be.
 *
 * @param asked how many were to count
 */
public record Rounds<T>(int asked, List<Round<T>> all) {

    /** One round. */
    public interface Measurement<T> {
        /** @param number of the round, from 1 */
        T measure(int number) throws SQLException, IOException, InterruptedException;
    }

    /** The machine over a round. */
    interface Watch {
        /** What it did since this was last called. */
        MachineLoad lap() throws IOException;
    }

    /** Measures until so many rounds count or no more are allowed, and tells of each what the machine did. */
    public static <T> Rounds<T> run(int asked, Machine machine, PrintStream out, Measurement<T> measurement)
            throws SQLException, IOException, InterruptedException {
        return run(asked, new Stopwatch(machine), out, measurement);
    }

    static <T> Rounds<T> run(int asked, Watch watch, PrintStream out, Measurement<T> measurement)
            throws SQLException, IOException, InterruptedException {
        List<Round<T>> all = new ArrayList<>();
        int counting = 0;
        while (counting < asked && all.size() < 2 * asked) {
            watch.lap();
            T measured = measurement.measure(all.size() + 1);
            Round<T> round = new Round<>(all.size() + 1, watch.lap(), measured);
            all.add(round);
            counting += round.counts() ? 1 : 0;
            out.println("  " + described(round));
        }
        return new Rounds<>(asked, List.copyOf(all));
    }

    /** What counts. */
    public List<T> counting() {
        return all.stream().filter(Round::counts).map(Round::measured).toList();
    }

    /** Why the figures cannot be trusted; empty when enough rounds count. */
    public Optional<String> distrust() {
        int counting = counting().size();
        return counting >= asked
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%d of %d rounds count, and %d were asked for: in the others, others took more than 10 %% of the CPU",
                        counting,
                        all.size(),
                        asked));
    }

    /** A line on the machine for each of the rounds. */
    public static <T> List<String> lines(List<Round<T>> rounds) {
        return rounds.stream().map(Rounds::described).toList();
    }

    private static String described(Round<?> round) {
        return String.format(
                Locale.ROOT,
                "round %d %s: others %.1f %% of the CPU, %.1f %% of it steal; load average %.2f",
                round.round(),
                round.counts() ? "counts" : "is void",
                100 * round.load().othersCpu(),
                100 * round.load().steal(),
                round.load().loadAverage());
    }
}
