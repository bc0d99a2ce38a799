package io.promo.bench.events;

import io.promo.bench.client.RestClient;
import io.promo.bench.events.Report.Drain;
import io.promo.bench.events.Report.Paced;
import io.promo.bench.stack.Server;
import io.promo.bench.stack.StackBench;
import io.promo.stack.LocalStack;
import io.promo.stack.Settings;
import io.promo.stack.Status;
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
public final class BenchEventsCommand extends StackBench<Report> {

    private static final int CUSTOMERS = 1_000;
    private static final int MOST_BACKLOG = 5_000_000;
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

    public BenchEventsCommand() {
        super(2);
    }

    @Override
    protected void checkOptions() {
        require(published >= 1, "--published must be at least 1, not " + published);
        require(
                backlog >= 1_000 && backlog <= MOST_BACKLOG,
                "--backlog must be between 1000 and " + MOST_BACKLOG + ", not " + backlog);
    }

    @Override
    protected Report measure(Status status, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        Server server = new Server(settings.ports().postgres());
        Status.Database calendar = database(status, "calendar");
        OutboxTable outbox = new OutboxTable(calendar.jdbcUrl(), calendar.user());
        String bootstrapServers = "127.0.0.1:" + settings.ports().kafka();

        progress.printf("Publishing %,d events%n", published);
        RestClient admin = new RestClient(status.urls().keycloak(), "admin", "admin");
        admin.post(status.urls().dispatch() + "/audience/generate", Map.of("count", CUSTOMERS));
        server.settle();
        Latencies publish = new PublishToRunStarted(status.urls(), admin).measure(published);

        progress.printf("Draining an outbox of %,d events%n", backlog);
        server.settle();
        Drain drain = new OutboxDrain(outbox, bootstrapServers, TOPIC).measure(backlog);

        progress.println("Writing events at an even pace");
        new LocalStack(settings).stop("calendar-api");
        outbox.vacuum();
        server.settle();
        try (ConfigurableApplicationContext service = WritingService.start(outbox, bootstrapServers, TOPIC)) {
            Paced paced = new CommitToAcknowledgement(service).measure();
            return new Report(publish, drain, paced, server.settings());
        }
    }

    @Override
    protected String table(Report report) {
        return Table.of(report);
    }
}
