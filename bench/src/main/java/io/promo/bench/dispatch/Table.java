package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Report.Comparison;
import io.promo.bench.dispatch.Report.Figures;
import io.promo.bench.dispatch.Report.Ratios;
import io.promo.bench.machine.Rounds;
import java.util.Locale;

/** The comparison for people. */
final class Table {

    private Table() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d customers; %s%n", report.customers(), report.settings()));
        Comparison first = report.firstEvent();
        Comparison third = report.thirdEvent();
        if (first != null && third != null) {
            text.append(String.format("%-8s%20s%20s%n", "", "first event", "third event"));
            row(text, "promo", first.promo(), third.promo());
            row(text, "pipe", first.pipe(), third.pipe());
            row(text, "raw", first.raw(), third.raw());
            row(text, "sql", first.sql(), third.sql());
            row(text, "usual", first.usual(), third.usual());
            ratios(text, "first event", first.ratios());
            ratios(text, "third event", third.ratios());
        }
        Rounds.lines(report.rounds()).forEach(line -> text.append(line).append(System.lineSeparator()));
        return text.toString().stripTrailing();
    }

    private static void row(StringBuilder text, String name, Figures first, Figures third) {
        text.append(String.format(
                Locale.ROOT, "%-8s%,13d rows/s%,13d rows/s%n", name, first.rowsPerSecond(), third.rowsPerSecond()));
    }

    private static void ratios(StringBuilder text, String event, Ratios ratios) {
        text.append(String.format(
                Locale.ROOT,
                "%s: vs pipe %.2f, vs raw %.2f, vs sql %.2f, vs usual %.1f%n",
                event,
                ratios.vsPipe(),
                ratios.vsRaw(),
                ratios.vsSql(),
                ratios.vsUsual()));
    }
}
