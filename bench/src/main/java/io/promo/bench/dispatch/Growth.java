package io.promo.bench.dispatch;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each event of one partition cost.
 *
 * @param events in the order they were dispatched
 */
record Growth(List<Event> events) {

    /**
     * One event.
     *
     * @param rowsPerSecond from the run being requested to its end
     * @param walBytesPerRow of all WAL from before the event was made until its run had ended, metadata included
     * @param indexBytes size of the indexes that hold the messages, after it
     */
    record Event(long rowsPerSecond, long walBytesPerRow, long indexBytes) {}

    /**
     * How much longer than the first event later ones took: 1.3 is 30 % longer.
     *
     * @param median of them
     * @param worst of them
     */
    record LaterVsFirst(double median, double worst) {}

    /** For each event the medians of the rounds; nothing when there are no rounds. */
    static Growth median(List<Growth> rounds) {
        int events = rounds.isEmpty() ? 0 : rounds.get(0).events().size();
        return new Growth(IntStream.range(0, events)
                .mapToObj(event -> medianEvent(
                        rounds.stream().map(it -> it.events().get(event)).toList()))
                .toList());
    }

    private static Event medianEvent(List<Event> rounds) {
        return new Event(
                Medians.slower(rounds.stream().map(Event::rowsPerSecond).toList()),
                Medians.dearer(rounds.stream().map(Event::walBytesPerRow).toList()),
                Medians.dearer(rounds.stream().map(Event::indexBytes).toList()));
    }

    /** Null when there are fewer than two events. */
    @Nullable
    LaterVsFirst laterVsFirst() {
        if (events.size() < 2) {
            return null;
        }
        List<Long> later = events.stream().skip(1).map(Event::rowsPerSecond).toList();
        double first = events.get(0).rowsPerSecond();
        return new LaterVsFirst(
                hundredths(first / Medians.slower(later)),
                hundredths(
                        first / later.stream().mapToLong(Long::longValue).min().orElseThrow()));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
