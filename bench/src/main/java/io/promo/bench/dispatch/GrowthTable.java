package io.promo.bench.dispatch;

import io.promo.bench.dispatch.Growth.LaterVsFirst;
import io.promo.bench.inbox.Reading;
import io.promo.bench.machine.Round;
import io.promo.bench.machine.Rounds;
import java.util.List;
import java.util.Locale;

/** What later events cost, for people. */
final class GrowthTable {

    private GrowthTable() {}

    static String of(GrowthReport report) {
        StringBuilder text = new StringBuilder();
        line(text, "%,d customers, %,d messages an event; %s", report.customers(), report.rows(), report.settings());
        line(text, "%5s%14s%16s%14s", "event", "rows/s", "WAL bytes/row", "indexes");
        int number = 1;
        for (Growth.Event event : report.events()) {
            line(
                    text,
                    "%5d%,14d%,16d%,11d MB",
                    number++,
                    event.rowsPerSecond(),
                    event.walBytesPerRow(),
                    event.indexBytes() / 1_000_000);
        }
        LaterVsFirst later = report.laterVsFirst();
        if (later != null) {
            line(
                    text,
                    "later events took %.2f times as long as the first, the worst %.2f",
                    later.median(),
                    later.worst());
        }
        reading(text, report.reading());
        reading(text, report.readingOf450Runs());
        Rounds.lines(report.rounds()).forEach(line -> line(text, "%s", line));
        return text.toString().stripTrailing();
    }

    private static void reading(StringBuilder text, Round<Reading> round) {
        Reading reading = round.measured();
        line(
                text,
                "%d messages a customer, %,d customers: list %,d/s, count %,d/s; %s",
                reading.messagesPerCustomer(),
                reading.customers(),
                reading.listPerSecond(),
                reading.countPerSecond(),
                Rounds.lines(List.of(round)).get(0));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
