package io.promo.bench.inbox;

import io.promo.bench.inbox.Report.Figures;
import io.promo.bench.stack.Server;
import io.promo.bench.stack.StackBench;
import io.promo.stack.Settings;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promo bench inbox}. */
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description =
                "Measures list and badge through inbox-api beside the same SQL through a JDBC pool, and the usual way.")
public final class BenchInboxCommand extends StackBench<Report> {

    private static final int SHOPPERS = 200;
    private static final long FEWEST_MESSAGES = 100_000;
    private static final long MOST_MESSAGES = 50_000_000;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many there are (default: 10000000).")
    private long messages;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "How long each of eight measurements takes (default: 30).")
    private int seconds;

    /** No run is needed, but the stack has no fewer. */
    public BenchInboxCommand() {
        super(1);
    }

    @Override
    protected void checkOptions() {
        require(
                messages >= FEWEST_MESSAGES && messages <= MOST_MESSAGES,
                "--messages must be between " + FEWEST_MESSAGES + " and " + MOST_MESSAGES + ", not " + messages);
        require(seconds >= 1 && seconds <= 600, "--seconds must be between 1 and 600, not " + seconds);
    }

    @Override
    protected Report measure(Status status, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        progress.printf("Logging in %,d customers%n", SHOPPERS);
        List<Shopper> shoppers = new Shoppers(status.urls().keycloak()).loggedIn(SHOPPERS);
        progress.printf("Filling the inbox with %,d messages%n", messages);
        Status.Database inbox = database(status, "inbox");
        long filled = new Messages(inbox.jdbcUrl(), inbox.user()).fill(messages, shoppers);
        Server server = new Server(settings.ports().postgres());
        server.settle();
        String issuer = status.urls().keycloak() + "/realms/promo";
        Path log = settings.home().resolve("logs/usual-inbox.log");
        try (InboxSql sql = new InboxSql(inbox.jdbcUrl());
                UsualInboxService usual = new UsualInboxService(inbox.jdbcUrl(), issuer, log)) {
            HttpInbox http = HttpInbox.of(status.urls().inbox());
            InboxBench bench = new InboxBench(status, http, usual.http(), sql, seconds, progress);
            bench.compareAnswers(shoppers);
            Load load = new Load(shoppers);
            Figures list = bench.list(load);
            Figures unreadCount = bench.unreadCount(load);
            Map<String, String> described = server.settings();
            described.put("customers", Integer.toString(SHOPPERS));
            described.put("threads", Integer.toString(Load.THREADS));
            described.put("connections", Integer.toString(sql.connections()));
            described.put("seconds", Integer.toString(seconds));
            return new Report(filled, list, unreadCount, described);
        }
    }

    @Override
    protected String table(Report report) {
        return Table.of(report);
    }
}
