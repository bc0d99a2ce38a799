package io.promo.bench.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.promo.bench.dispatch.Growth.LaterVsFirst;
import io.promo.bench.inbox.Reading;
import io.promo.bench.machine.Round;
import io.promo.bench.machine.Rounds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What later events of a partition cost, as {@code -o json} prints it. Medians are of the rounds that count.
 *
 * @param customers customers there are; the subscribed ones get a message of each event
 * @param settings of the PostgreSQL server, and the machine
 * @param rows of each event
 * @param events medians; empty when no round counts
 * @param laterVsFirst null when there is nothing to compare
 * @param reading with the messages of all the events in the inbox
 * @param readingOf450Runs with those of 450 runs
 * @param roundsAsked rounds that were to count
 * @param rounds all of them, void ones, too
 */
@JsonPropertyOrder({
    "customers",
    "settings",
    "rows",
    "events",
    "laterVsFirst",
    "reading",
    "readingOf450Runs",
    "roundsAsked",
    "rounds"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrowthReport(
        long customers,
        Map<String, String> settings,
        long rows,
        List<Growth.Event> events,
        @Nullable LaterVsFirst laterVsFirst,
        Round<Reading> reading,
        Round<Reading> readingOf450Runs,
        int roundsAsked,
        List<Round<Growth>> rounds)
        implements Outcome {

    /** @param rows of each event */
    static GrowthReport of(
            long customers,
            Map<String, String> settings,
            long rows,
            Rounds<Growth> rounds,
            Round<Reading> reading,
            Round<Reading> readingOf450Runs) {
        Growth median = Growth.median(rounds.counting());
        return new GrowthReport(
                customers,
                settings,
                rows,
                median.events(),
                median.laterVsFirst(),
                reading,
                readingOf450Runs,
                rounds.asked(),
                rounds.all());
    }

    @Override
    public String table() {
        return GrowthTable.of(this);
    }

    @Override
    public Optional<String> distrust() {
        return Stream.of(
                        new Rounds<>(roundsAsked, rounds).distrust(),
                        new Rounds<>(1, List.of(reading)).distrust().map(why -> "reading: " + why),
                        new Rounds<>(1, List.of(readingOf450Runs)).distrust().map(why -> "reading of 450 runs: " + why))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other);
    }
}
