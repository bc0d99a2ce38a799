package io.promo.bench.inbox;

import io.promo.bench.inbox.Report.Figures;
import java.util.Locale;

/** The report for people. */
final class Table {

    private Table() {}

    static String of(Report report) {
        return String.format(Locale.ROOT, "%,d messages; %s%n", report.messages(), report.settings())
                + String.format(
                        "%-14s%12s%12s%8s%12s%10s%10s%10s%10s%18s%n",
                        "", "HTTP", "SQL", "ratio", "usual", "CPU", "its SQL", "p50", "p99", "p99 at half load")
                + row("list", report.list())
                + System.lineSeparator()
                + row("unread count", report.unreadCount());
    }

    private static String row(String name, Figures figures) {
        return String.format(
                Locale.ROOT,
                "%-14s%,10d/s%,10d/s%8.2f%,10d/s%7.3f ms%7.3f ms%7.2f ms%7.2f ms%15.2f ms",
                name,
                figures.httpRps(),
                figures.sqlRps(),
                figures.ratio(),
                figures.usualRps(),
                figures.cpuMsPerRequest(),
                figures.sqlCpuMsPerRequest(),
                figures.p50Ms(),
                figures.p99Ms(),
                figures.p99MsHalfLoad());
    }
}
