package io.promo.bench.events;

import io.promo.bench.events.Report.Drain;
import io.promo.bench.events.Report.Paced;
import java.util.Locale;

/** The report for people. */
final class Table {

    private Table() {}

    static String of(Report report) {
        Latencies publish = report.publishToRunStarted();
        Drain drain = report.outboxDrain();
        Paced paced = report.commitToAcknowledgement();
        return String.format(
                Locale.ROOT,
                """
                %s
                publish to run started      %,8d events  p50 %,9.2f ms  p99 %,9.2f ms
                commit to acknowledgement   %,8d events  p50 %,9.2f ms  p99 %,9.2f ms  at %,d events/s
                outbox drained              %,8d events  in %,.3f s, %,d events/s""",
                report.settings(),
                publish.count(),
                publish.p50Ms(),
                publish.p99Ms(),
                paced.count(),
                paced.p50Ms(),
                paced.p99Ms(),
                paced.eventsPerSecond(),
                drain.events(),
                drain.seconds(),
                drain.eventsPerSecond());
    }
}
