package io.promo.bench.stream;

import java.util.Locale;

/** The report for people. */
final class Table {

    private Table() {}

    static String of(Report report) {
        Report.Hints hints = report.hints();
        Report.Badge badge = report.badge();
        Report.Naive naive = report.naive();
        return String.format(
                Locale.ROOT,
                """
                %,d streams, connected in %.1f s; a run of %,d customers; %s
                hints after its end     first %.2f s, median %.2f s, p99 %.2f s, last %.2f s; %,d with a wrong count
                database for the hints  %,d statements, %,d ms
                badge of others, p99    quiet %.1f ms, hints %.1f ms (%.2f times)
                if each asked instead   %,d requests, %,d failed, %,d/s at most, p50 %,.0f ms, p99 %,.0f ms, last %.1f s
                  database              %,d statements, %,d ms
                  badge of others, p99  %.1f ms (%.2f times)""",
                report.connected(),
                report.connectSeconds(),
                report.customers(),
                report.settings(),
                hints.first(),
                hints.median(),
                hints.p99(),
                hints.last(),
                hints.wrong(),
                report.database().statements(),
                report.database().activeMs(),
                badge.quiet(),
                badge.wave(),
                badge.ratio(),
                naive.requests(),
                naive.failed(),
                naive.mostPerSecond(),
                naive.p50Ms(),
                naive.p99Ms(),
                naive.last(),
                naive.database().statements(),
                naive.database().activeMs(),
                badge.naive(),
                badge.naiveRatio());
    }
}
