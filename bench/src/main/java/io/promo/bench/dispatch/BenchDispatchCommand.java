package io.promo.bench.dispatch;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.SpringSale;
import io.promo.bench.client.StackFailure;
import io.promo.bench.dispatch.Customers.Range;
import io.promo.stack.LocalStack;
import io.promo.stack.Ports;
import io.promo.stack.Settings;
import io.promo.stack.StackException;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code promo bench dispatch}: on a stack of its own, which it takes down in the end. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description =
                "Measures the dispatch beside a bare pipe, the write limit and the usual way, on the same server.")
public final class BenchDispatchCommand implements Callable<Integer> {

    private static final int FIRST_PORT = 27_432;
    private static final long MOST_CUSTOMERS = 50_000_000;

    enum Output {
        table,
        json
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many (default: 1000000).")
    private long customers;

    @Option(names = "--rounds", paramLabel = "R", defaultValue = "3", description = "Rounds that count (default: 3).")
    private int rounds;

    @Option(
            names = "-o",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object on stdout.")
    private Output output = Output.table;

    @Override
    public Integer call() {
        if (customers < 1_000 || customers > MOST_CUSTOMERS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--customers must be between 1000 and " + MOST_CUSTOMERS + ", not " + customers);
        }
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1, not " + rounds);
        }
        Settings usual = Settings.from(System.getenv());
        Settings settings = new Settings(usual.home().resolve("bench"), usual.repository(), Ports.inARow(FIRST_PORT));
        LocalStack stack = new LocalStack(settings);
        PrintStream progress = System.err;
        try {
            Report report = measured(stack, settings, progress);
            System.out.println(
                    output == Output.json ? JsonMapper.shared().writeValueAsString(report) : Table.of(report));
            return 0;
        } catch (StackException | StackFailure | IOException | SQLException e) {
            System.err.println("The bench failed: " + e.getMessage());
            System.err.println("Logs are in " + settings.home() + "/logs.");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Report measured(LocalStack stack, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        stack.down(true);
        progress.println("Starting a stack of its own");
        try {
            Status status = stack.up(2, line -> {});
            RestClient admin = new RestClient(status.urls().keycloak(), "admin", "admin");
            progress.printf("Generating %,d customers%n", customers);
            admin.post(status.urls().dispatch() + "/audience/generate", Map.of("count", customers));
            return measured(status, settings, admin, progress);
        } finally {
            stack.down(true);
        }
    }

    private Report measured(Status status, Settings settings, RestClient admin, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        SpringSale sale = SpringSale.runningAt(Instant.now());
        String date = LocalDate.ofInstant(Instant.now(), sale.zone()).toString();
        Customers table = new Customers(jdbcUrl(status, "dispatch"), "promo_owner");
        Inbox inbox = new Inbox(jdbcUrl(status, "inbox"), "promo_owner");
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

    private static String jdbcUrl(Status status, String name) {
        return status.databases().stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow()
                .jdbcUrl();
    }
}
