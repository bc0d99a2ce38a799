package io.promo.bench.dispatch;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.SpringSale;
import io.promo.bench.dispatch.Customers.Range;
import io.promo.bench.stack.MeasuringCommand;
import io.promo.bench.stack.OwnStack;
import io.promo.stack.Settings;
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
public final class BenchDispatchCommand extends MeasuringCommand<Report> {

    private static final long MOST_CUSTOMERS = 50_000_000;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many (default: 1000000).")
    private long customers;

    @Option(names = "--rounds", paramLabel = "R", defaultValue = "3", description = "Rounds that count (default: 3).")
    private int rounds;

    @Override
    protected void check() {
        between("--customers", customers, 1_000, MOST_CUSTOMERS);
        between("--rounds", rounds, 1, Integer.MAX_VALUE);
    }

    @Override
    protected Report measure(OwnStack stack, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        RestClient admin = stack.admin();
        progress.printf("Generating %,d customers%n", customers);
        admin.post(stack.urls().dispatch() + "/audience/generate", Map.of("count", customers));
        Settings settings = stack.settings();
        SpringSale sale = SpringSale.runningAt(Instant.now());
        String date = LocalDate.ofInstant(Instant.now(), sale.zone()).toString();
        Customers table = new Customers(stack.jdbcUrl("dispatch"), stack.owner("dispatch"));
        Inbox inbox = new Inbox(stack.jdbcUrl("inbox"), stack.owner("inbox"));
        inbox.ensurePartition(LocalDate.parse(date));
        UsualDatabase database = UsualDatabase.of(settings.ports());
        database.create(table);
        List<Range> halves = table.halves();
        Path log = settings.home().resolve("logs/usual.log");
        try (var usual = new UsualContender(database, settings.ports().kafka(), date, log)) {
            return new DispatchBench(
                            List.of(
                                    new PromoContender(stack.urls(), admin, inbox, sale),
                                    new PipeContender(table, inbox, date, halves),
                                    new RawContender(table, inbox, date, halves),
                                    usual),
                            stack.server(),
                            progress)
                    .run(customers, rounds);
        }
    }

    @Override
    protected String table(Report report) {
        return Table.of(report);
    }
}
