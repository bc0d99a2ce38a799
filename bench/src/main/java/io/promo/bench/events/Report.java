package io.promo.bench.events;

import java.util.Map;

/**
 * What was measured, as {@code -o json} prints it.
 *
 * @param publishToRunStarted from asking for it to be published to the start of the run it makes due
 * @param settings of the PostgreSQL server, and the machine
 */
record Report(
        Latencies publishToRunStarted, Drain outboxDrain, Paced commitToAcknowledgement, Map<String, String> settings) {

    /**
     * A backlog becoming none.
     *
     * @param seconds from the commit that made it until nothing was left
     */
    record Drain(int events, double seconds, long eventsPerSecond) {

        static Drain of(int events, long nanos) {
            double seconds = nanos / 1e9;
            return new Drain(events, Math.round(seconds * 1_000) / 1_000.0, Math.round(events / seconds));
        }
    }

    /**
     * Latencies of events written at a pace.
     *
     * @param eventsPerSecond what was really written
     */
    record Paced(long eventsPerSecond, int count, double p50Ms, double p99Ms) {

        static Paced of(Latencies latencies, long nanos) {
            return new Paced(
                    Math.round(latencies.count() / (nanos / 1e9)),
                    latencies.count(),
                    latencies.p50Ms(),
                    latencies.p99Ms());
        }
    }
}
