package io.promo.bench.dispatch;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.SpringSale;
import io.promo.bench.dispatch.Customers.Range;
import io.promo.bench.stack.Server;
import io.promo.bench.stack.StackBench;
import io.promo.stack.Settings;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promo bench dispatch}. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description =
                "Measures the dispatch beside a bare pipe, the write limit and the usual way, on the same server.")
public final class BenchDispatchCommand extends StackBench<Report> {

    private static final long MOST_CUSTOMERS = 50_000_000;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many (default: 1000000).")
    private long customers;

    @Option(names = "--rounds", paramLabel = "R", defaultValue = "3", description = "Rounds that count (default: 3).")
    private int rounds;

    public BenchDispatchCommand() {
        super(2);
    }

    @Override
    protected void checkOptions() {
        require(
                customers >= 1_000 && customers <= MOST_CUSTOMERS,
                "--customers must be between 1000 and " + MOST_CUSTOMERS + ", not " + customers);
        require(rounds >= 1, "--rounds must be at least 1, not " + rounds);
    }

    @Override
    protected Report measure(Status status, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        RestClient admin = new RestClient(status.urls().keycloak(), "admin", "admin");
        progress.printf("Generating %,d customers%n", customers);
        admin.post(status.urls().dispatch() + "/audience/generate", Map.of("count", customers));
        SpringSale sale = SpringSale.runningAt(Instant.now());
        String date = LocalDate.ofInstant(Instant.now(), sale.zone()).toString();
        Status.Database dispatch = database(status, "dispatch");
        Customers table = new Customers(dispatch.jdbcUrl(), dispatch.user());
        Inbox inbox = new Inbox(
                database(status, "inbox").jdbcUrl(), database(status, "inbox").user());
        inbox.ensurePartition(LocalDate.parse(date));
        UsualDatabase database = UsualDatabase.of(settings.ports());
        database.create(table);
        List<Range> halves = table.halves();
        Path log = settings.home().resolve("logs/usual.log");
        try (var usual = new UsualContender(database, settings.ports().kafka(), date, log)) {
            return new DispatchBench(
                            List.of(
                                    new PromoContender(status.urls(), admin, inbox, sale),
                                    new PipeContender(table, inbox, date, halves),
                                    new RawContender(table, inbox, date, halves),
                                    usual),
                            new Server(settings.ports().postgres()),
                            progress)
                    .run(customers, rounds);
        }
    }

    @Override
    protected String table(Report report) {
        return Table.of(report);
    }
}
