package io.promo.bench.inbox;

import io.promo.bench.client.StackFailure;
import io.promo.bench.inbox.Report.Figures;
import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Asks the same of inbox-api, of its database and of the usual service: in a closed loop, each after a warm-up of its own, and
 * of inbox-api once more at half the rate it had reached.
 */
final class InboxBench {

    /** Half a minute of full load until the optimizing compiler of a service has little left to do. */
    private static final int HTTP_WARM_UP_SECONDS = 30;

    private static final int SQL_WARM_UP_SECONDS = 10;
    private static final int HALF_LOAD_WARM_UP_SECONDS = 5;

    private static final int COMPARED = 10;

    private final Status stack;
    private final HttpInbox http;
    private final HttpInbox usual;
    private final InboxSql sql;
    private final int seconds;
    private final PrintStream out;

    /**
     * @param usual what is asked in the usual way
     * @param seconds how long each measurement takes
     * @param out where progress is told
     */
    InboxBench(Status stack, HttpInbox http, HttpInbox usual, InboxSql sql, int seconds, PrintStream out) {
        this.stack = stack;
        this.http = http;
        this.usual = usual;
        this.sql = sql;
        this.seconds = seconds;
        this.out = out;
    }

    /** @throws StackFailure when the three do not say the same of some shopper */
    void compareAnswers(List<Shopper> shoppers) throws IOException, InterruptedException, SQLException {
        for (Shopper shopper : shoppers.subList(0, Math.min(COMPARED, shoppers.size()))) {
            List<?> list = sql.list(shopper);
            int unread = sql.unreadCount(shopper);
            if (list.size() != InboxSql.PAGE_LENGTH || unread == 0) {
                throw new StackFailure("customer " + shopper.userId() + " has " + list.size() + " messages, " + unread
                        + " of them unread: too few to compare");
            }
            if (!list.equals(http.list(shopper)) || unread != http.unreadCount(shopper)) {
                throw new StackFailure("inbox-api and its SQL differ for customer " + shopper.userId()
                        + "; the statements in InboxSql are not those of inbox-api any more");
            }
            if (!list.equals(usual.list(shopper)) || unread != usual.unreadCount(shopper)) {
                throw new StackFailure("the usual inbox and inbox-api differ for customer " + shopper.userId()
                        + "; its view in messages.sql does not show the same messages any more");
            }
        }
    }

    Figures list(Load load) throws IOException, InterruptedException {
        return measure("list", load, http::askList, sql::askList, usual::askList);
    }

    Figures unreadCount(Load load) throws IOException, InterruptedException {
        return measure("unread count", load, http::askUnreadCount, sql::askUnreadCount, usual::askUnreadCount);
    }

    private Figures measure(String what, Load load, Ask overHttp, Ask bySql, Ask usually)
            throws IOException, InterruptedException {
        Latencies fullSql =
                closed(what + " by SQL", load, bySql, SQL_WARM_UP_SECONDS).latencies();
        Latencies fullUsual =
                closed(what + " as usual", load, usually, HTTP_WARM_UP_SECONDS).latencies();
        Measured full = closed(what + " over HTTP", load, overHttp, HTTP_WARM_UP_SECONDS);
        double half = full.latencies().perSecond() / 2;
        load.paced(overHttp, half, HALF_LOAD_WARM_UP_SECONDS);
        CpuTimes before = CpuTimes.now(stack);
        Latencies halfLoad = load.paced(overHttp, half, seconds);
        tell(what + " at half load", halfLoad, before, CpuTimes.now(stack));
        return Figures.of(full, fullSql, fullUsual, halfLoad);
    }

    private Measured closed(String what, Load load, Ask ask, int warmUpSeconds)
            throws IOException, InterruptedException {
        load.closed(ask, warmUpSeconds);
        CpuTimes before = CpuTimes.now(stack);
        Latencies latencies = load.closed(ask, seconds);
        CpuTimes after = CpuTimes.now(stack);
        tell(what, latencies, before, after);
        int requests = latencies.sortedNanos().length;
        return new Measured(
                latencies,
                CpuTimes.msPerRequest(before, after, ProcessRole.INBOX_API, requests),
                CpuTimes.msPerRequest(before, after, ProcessRole.POSTGRES, requests));
    }

    private void tell(String what, Latencies latencies, CpuTimes before, CpuTimes after) {
        String cpu = CpuTimes.shares(before, after, Runtime.getRuntime().availableProcessors());
        out.printf(
                Locale.ROOT,
                "  %-26s %,8.0f/s  p50 %.2f ms  p99 %.2f ms  CPU: %s%n",
                what,
                latencies.perSecond(),
                latencies.percentileMs(50),
                latencies.percentileMs(99),
                cpu);
    }
}
