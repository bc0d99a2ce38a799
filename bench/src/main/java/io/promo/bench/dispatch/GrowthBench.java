package io.promo.bench.dispatch;

import io.promo.bench.client.StackFailure;
import io.promo.bench.inbox.Reading;
import io.promo.bench.inbox.RunsWithinRetention;
import io.promo.bench.inbox.SqlReading;
import io.promo.bench.machine.Machine;
import io.promo.bench.machine.Round;
import io.promo.bench.machine.Rounds;
import io.promo.bench.stack.Server;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Lets the platform dispatch one event after the other into one partition: some as a warm-up, then in each round as many
 * as asked for into an empty inbox. Each event meets a database that is at rest, as events of a week do: its checkpoint
 * is made and the vacuum after the last run is over. In the end the inbox is read.
 */
final class GrowthBench {

    /** In their second event the platform's processes are still compiling. */
    private static final int WARM_UP_EVENTS = 3;

    private static final int READERS = 20_000;
    private static final int CUSTOMERS_OF_450_RUNS = 20_000;
    private static final int READING_SECONDS = 20;

    private final Contender promo;
    private final Inbox inbox;
    private final Server server;
    private final Machine machine;
    private final PrintStream out;
    private long rows;

    /** @param out where progress is told */
    GrowthBench(Contender promo, Inbox inbox, Server server, Machine machine, PrintStream out) {
        this.promo = promo;
        this.inbox = inbox;
        this.server = server;
        this.machine = machine;
        this.out = out;
    }

    GrowthReport run(long customers, Customers table, int events, int rounds)
            throws SQLException, IOException, InterruptedException {
        round("warm-up", WARM_UP_EVENTS);
        Rounds<Growth> measured = Rounds.run(rounds, machine, out, number -> round("round " + number, events));
        Round<Reading> reading = reading(table.some(READERS), events);
        inbox.empty();
        out.printf(Locale.ROOT, "Loading %d runs of %,d customers%n", RunsWithinRetention.RUNS, CUSTOMERS_OF_450_RUNS);
        List<UUID> readers = new RunsWithinRetention(inbox.jdbcUrl(), inbox.user()).fill(CUSTOMERS_OF_450_RUNS);
        Round<Reading> readingOf450Runs = reading(readers, RunsWithinRetention.RUNS);
        return GrowthReport.of(customers, server.settings(), rows, measured, reading, readingOf450Runs);
    }

    private Growth round(String name, int events) throws SQLException, IOException, InterruptedException {
        inbox.empty();
        List<Growth.Event> measured = new ArrayList<>();
        for (int event = 1; event <= events; event++) {
            measured.add(measure(name, event));
            inbox.awaitVacuumed();
        }
        if (inbox.count() != events * rows) {
            throw new StackFailure(
                    "the inbox has " + inbox.count() + " messages and should have " + events + " times " + rows);
        }
        return new Growth(measured);
    }

    private Growth.Event measure(String round, int number) throws SQLException, IOException, InterruptedException {
        server.settle();
        long before = server.walBytes();
        double seconds = promo.deliver();
        long wal = server.walBytes() - before;
        if (rows == 0) {
            rows = promo.delivered();
        }
        Growth.Event event = new Growth.Event(Math.round(rows / seconds), wal / rows, inbox.indexBytes());
        out.printf(
                Locale.ROOT,
                "  %-8s  event %2d  %,10d rows/s  %,6d bytes of WAL a row  indexes %,d bytes%n",
                round,
                number,
                event.rowsPerSecond(),
                event.walBytesPerRow(),
                event.indexBytes());
        return event;
    }

    /** Once more when others took too much of the machine; then it is what it is. */
    private Round<Reading> reading(List<UUID> readers, int messages)
            throws SQLException, IOException, InterruptedException {
        out.printf(Locale.ROOT, "Reading, %d messages a customer%n", messages);
        server.settle();
        SqlReading sql = new SqlReading(inbox.jdbcUrl(), READING_SECONDS);
        List<Round<Reading>> tries = Rounds.run(1, machine, out, number -> {
                    Reading reading = sql.measure(readers, messages);
                    out.printf(
                            Locale.ROOT,
                            "  list %,d/s, count %,d/s%n",
                            reading.listPerSecond(),
                            reading.countPerSecond());
                    return reading;
                })
                .all();
        return tries.get(tries.size() - 1);
    }
}
