package io.promo.bench.dispatch;

import io.promo.bench.client.StackFailure;
import io.promo.bench.dispatch.Report.Comparison;
import io.promo.bench.dispatch.Report.Figures;
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

/**
 * Lets the contenders run in turn on the same server and customers: a round that does not count, then those that do, each
 * beginning with another contender. In a round each begins with an empty table and delivers three events; the first and
 * the third count.
 */
final class DispatchBench {

    private static final int EVENTS = 3;

    private final List<Contender> contenders;
    private final Server server;
    private final PrintStream out;
    private final Map<String, List<Double>> first = new HashMap<>();
    private final Map<String, List<Double>> third = new HashMap<>();
    private long rows;

    /** @param out where progress is told */
    DispatchBench(List<Contender> contenders, Server server, PrintStream out) {
        this.contenders = new ArrayList<>(contenders);
        this.server = server;
        this.out = out;
    }

    Report run(long customers, int rounds) throws SQLException, IOException, InterruptedException {
        // In their second event the platform's processes are still compiling.
        for (Contender contender : contenders) {
            round("warm-up", contender);
        }
        first.clear();
        third.clear();
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                round("round " + round, contender);
            }
            Collections.rotate(contenders, -1);
        }
        return new Report(customers, server.settings(), comparison(first), comparison(third));
    }

    private void round(String round, Contender contender) throws SQLException, IOException, InterruptedException {
        contender.empty();
        for (int event = 1; event <= EVENTS; event++) {
            double seconds = measure(contender);
            tell(round, contender, event, seconds);
            if (event == 1) {
                first.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(seconds);
            } else if (event == EVENTS) {
                third.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(seconds);
            }
        }
        contender.empty();
    }

    private double measure(Contender contender) throws SQLException, IOException, InterruptedException {
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
        return seconds;
    }

    private Comparison comparison(Map<String, List<Double>> seconds) {
        return new Comparison(
                figures(seconds, "promo"),
                figures(seconds, "pipe"),
                figures(seconds, "raw"),
                figures(seconds, "usual"));
    }

    private Figures figures(Map<String, List<Double>> seconds, String contender) {
        return Figures.of(rows, seconds.getOrDefault(contender, List.of()));
    }

    private void tell(String round, Contender contender, int event, double seconds) {
        out.printf(
                Locale.ROOT,
                "  %-8s  %-5s  event %d  %,10d rows/s%n",
                round,
                contender.name(),
                event,
                Math.round(rows / seconds));
    }
}
