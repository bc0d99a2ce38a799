package io.promo.bench.events;

import io.promo.bench.client.RestClient;
import io.promo.bench.events.Report.Drain;
import io.promo.bench.events.Report.Paced;
import io.promo.bench.stack.MeasuringCommand;
import io.promo.bench.stack.OwnStack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promo bench events}. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Measures how fast published events start runs, and how fast the outbox reaches Kafka.")
public final class BenchEventsCommand extends MeasuringCommand<Report> {

    private static final int CUSTOMERS = 1_000;
    private static final String TOPIC = "bench.events";

    @Option(
            names = "--published",
            paramLabel = "N",
            defaultValue = "50",
            description = "Events to publish, one after the other (default: 50).")
    private int published;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Events for the outbox to get rid of (default: 100000).")
    private int backlog;

    @Override
    protected void check() {
        between("--published", published, 1, 10_000);
        between("--backlog", backlog, 1_000, 5_000_000);
    }

    @Override
    protected Report measure(OwnStack stack, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        RestClient admin = stack.admin();
        admin.post(stack.urls().dispatch() + "/audience/generate", Map.of("count", CUSTOMERS));
        OutboxTable outbox = new OutboxTable(stack.jdbcUrl("calendar"), stack.owner("calendar"));

        progress.printf("Publishing %,d events%n", published);
        stack.server().settle();
        Latencies publish = new PublishToRunStarted(stack.urls(), admin).measure(published);

        progress.printf("Draining an outbox of %,d events%n", backlog);
        stack.server().settle();
        Drain drain = new OutboxDrain(outbox, stack.bootstrapServers(), TOPIC).measure(backlog);

        progress.println("Writing events at an even pace");
        stack.processes().stop("calendar-api");
        outbox.vacuum();
        stack.server().settle();
        try (ConfigurableApplicationContext service = WritingService.start(outbox, stack.bootstrapServers(), TOPIC)) {
            Paced paced = new CommitToAcknowledgement(service).measure();
            return new Report(publish, drain, paced, stack.server().settings());
        }
    }

    @Override
    protected String table(Report report) {
        return Table.of(report);
    }
}
