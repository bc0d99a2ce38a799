package io.promo.bench.dispatch;

import io.promo.bench.client.StackFailure;
import io.promo.bench.dispatch.Report.Rates;
import io.promo.bench.machine.Machine;
import io.promo.bench.machine.Rounds;
import io.promo.bench.stack.Server;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets the contenders run in turn on the same server and customers: a round that does not count, then those that do, each
 * beginning with another contender. In a round each delivers an event that does not count, then three into an empty
 * table; the first and the third of these count.
 */
final class DispatchBench {

    private static final int EVENTS = 3;

    private final Server server;
    private final Machine machine;
    private final PrintStream out;
    private long rows;

    /** @param out where progress is told */
    DispatchBench(Server server, Machine machine, PrintStream out) {
        this.server = server;
        this.machine = machine;
        this.out = out;
    }

    Report run(List<Contender> all, long customers, int rounds) throws SQLException, IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>(all);
        // In their second event the platform's processes are still compiling.
        round("warm-up", contenders);
        Rounds<Rates> measured = Rounds.run(rounds, machine, out, number -> {
            Rates rates = round("round " + number, contenders);
            Collections.rotate(contenders, -1);
            return rates;
        });
        return Report.of(customers, server.settings(), rows, measured);
    }

    private Rates round(String name, List<Contender> contenders)
            throws SQLException, IOException, InterruptedException {
        Map<Integer, Map<String, Long>> byEvent = new HashMap<>();
        for (Contender contender : contenders) {
            // Not measured: what ran before has filled the server's memory with its own tables.
            measure(contender);
            contender.empty();
            for (int event = 1; event <= EVENTS; event++) {
                long rowsPerSecond = measure(contender);
                byEvent.computeIfAbsent(event, it -> new TreeMap<>()).put(contender.name(), rowsPerSecond);
                tell(name, contender, event, rowsPerSecond);
            }
            contender.empty();
        }
        return new Rates(byEvent.getOrDefault(1, Map.of()), byEvent.getOrDefault(EVENTS, Map.of()));
    }

    private long measure(Contender contender) throws SQLException, IOException, InterruptedException {
        contender.prepare();
        long before = contender.delivered();
        server.settle();
        double seconds = contender.deliver();
        long delivered = contender.delivered() - before;
        if (rows == 0) {
            rows = delivered;
        }
        if (delivered == 0 || delivered != rows) {
            throw new StackFailure(
                    contender.name() + " delivered " + delivered + " messages, others " + rows + ": no comparison");
        }
        return Math.round(rows / seconds);
    }

    private void tell(String round, Contender contender, int event, long rowsPerSecond) {
        out.printf(
                Locale.ROOT, "  %-8s  %-5s  event %d  %,10d rows/s%n", round, contender.name(), event, rowsPerSecond);
    }
}
