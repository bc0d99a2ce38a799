package io.promo.bench.dispatch;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.SpringSale;
import io.promo.bench.dispatch.Customers.Range;
import io.promo.bench.machine.Machine;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promo bench dispatch}. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description =
                "Measures the dispatch beside a bare pipe, the write limit, plain SQL and the usual way, on the same"
                        + " server; or what later events cost.")
public final class BenchDispatchCommand extends StackBench<Outcome> {

    private static final long MOST_CUSTOMERS = 50_000_000;
    private static final int MOST_EVENTS = 100;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many (default: 1000000).")
    private long customers;

    @Option(names = "--rounds", paramLabel = "R", defaultValue = "3", description = "Rounds that count (default: 3).")
    private int rounds;

    @Option(
            names = "--events",
            paramLabel = "K",
            description = "Measure each of so many events of one partition, then reading, and no other contender.")
    private @Nullable Integer events;

    public BenchDispatchCommand() {
        super(2);
    }

    @Override
    protected void checkOptions() {
        require(
                customers >= 1_000 && customers <= MOST_CUSTOMERS,
                "--customers must be between 1000 and " + MOST_CUSTOMERS + ", not " + customers);
        require(rounds >= 1, "--rounds must be at least 1, not " + rounds);
        require(
                events == null || events >= 1 && events <= MOST_EVENTS,
                "--events must be between 1 and " + MOST_EVENTS + ", not " + events);
    }

    @Override
    protected Outcome measure(Status status, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        RestClient admin = new RestClient(status.urls().keycloak(), "admin", "admin");
        progress.printf("Generating %,d customers%n", customers);
        admin.post(status.urls().dispatch() + "/audience/generate", Map.of("count", customers));
        SpringSale sale = SpringSale.runningAt(Instant.now());
        LocalDate date = LocalDate.ofInstant(Instant.now(), sale.zone());
        Status.Database dispatch = database(status, "dispatch");
        Customers table = new Customers(dispatch.jdbcUrl(), dispatch.user());
        Status.Database messages = database(status, "inbox");
        Inbox inbox = new Inbox(messages.jdbcUrl(), messages.user());
        Contender promo = new PromoContender(status.urls(), admin, inbox, sale);
        Server server = new Server(settings.ports().postgres());
        Machine machine = Machine.with(status);
        if (events != null) {
            return new GrowthBench(promo, inbox, server, machine, progress).run(customers, table, events, rounds);
        }
        DispatchBench bench = new DispatchBench(server, machine, progress);
        return compare(bench, promo, table, inbox, date.toString(), settings);
    }

    private Report compare(
            DispatchBench bench, Contender promo, Customers table, Inbox inbox, String date, Settings settings)
            throws IOException, InterruptedException, SQLException {
        UsualDatabase database = UsualDatabase.of(settings.ports());
        database.create(table);
        List<Range> halves = table.halves();
        Path log = settings.home().resolve("logs/usual.log");
        try (var usual = new UsualContender(database, settings.ports().kafka(), date, log)) {
            List<Contender> contenders = List.of(
                    promo,
                    new PipeContender(table, inbox, date, halves),
                    new RawContender(table, inbox, date, halves),
                    SqlContender.beside(inbox, table, date, halves),
                    usual);
            return bench.run(contenders, customers, rounds);
        }
    }

    @Override
    protected String table(Outcome outcome) {
        return outcome.table();
    }

    @Override
    protected Optional<String> distrust(Outcome outcome) {
        return outcome.distrust();
    }
}
