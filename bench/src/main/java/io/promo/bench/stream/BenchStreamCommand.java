package io.promo.bench.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import io.promo.bench.client.RestClient;
import io.promo.bench.stack.Server;
import io.promo.bench.stack.StackBench;
import io.promo.stack.Settings;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promo bench stream}. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description = "Measures what connected customers do to the inbox when a run ends.")
public final class BenchStreamCommand extends StackBench<Report> {

    private static final int OTHERS = 100;
    private static final int MOST_CONNECTED = 11_000;
    private static final int MOST_CUSTOMERS = 10_000_000;

    /** Jars, logs, pools and what else a service has open. */
    private static final int OTHER_DESCRIPTORS = 1_000;

    @Option(
            names = "--connected",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Customers with a live stream (default: 10000).")
    private int connected;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Customers of the run, at least two for each connected (default: 1000000).")
    private int customers;

    public BenchStreamCommand() {
        super(2);
    }

    @Override
    protected void checkOptions() {
        require(
                connected >= 1 && connected <= MOST_CONNECTED,
                "--connected must be between 1 and " + MOST_CONNECTED + ", not " + connected);
        int fewest = Math.max(1_000, 2 * connected);
        require(
                customers >= fewest && customers <= MOST_CUSTOMERS,
                "--customers must be between " + fewest + " and " + MOST_CUSTOMERS + ", not " + customers);
        long descriptors = descriptors();
        require(
                descriptors >= connected + OTHER_DESCRIPTORS,
                "a process may open " + descriptors + " files, and " + connected + " streams take "
                        + (connected + OTHER_DESCRIPTORS)
                        + " here and in inbox-api; raise that by ulimit -n, or ask for"
                        + " fewer by --connected");
    }

    @Override
    protected Report measure(Status status, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        RestClient admin = new RestClient(status.urls().keycloak(), "admin", "admin");
        progress.printf("Generating %,d customers, logging %,d of them in%n", customers, connected);
        admin.post(status.urls().dispatch() + "/audience/generate", Map.of("count", customers));
        SigningKey key = SigningKey.addedTo(status.urls().keycloak());
        List<Customer> all = InboxDatabase.customers(database(status, "dispatch"), connected + OTHERS).stream()
                .map(key::login)
                .toList();
        List<Customer> streaming = all.subList(0, connected);
        List<Customer> others = all.subList(connected, all.size());
        Server server = new Server(settings.ports().postgres());
        server.settle();
        StreamBench bench = new StreamBench(status, database(status, "inbox"), admin, progress);
        StreamBench.Waves waves = bench.waves(streaming, others);
        StreamBench.Refetched refetched = bench.refetch(streaming, others);
        return new Report(
                connected,
                customers,
                waves.connectSeconds(),
                waves.hints(),
                waves.database(),
                Report.Badge.of(waves.quiet(), waves.wave(), refetched.others()),
                refetched.naive(),
                server.settings());
    }

    @Override
    protected String table(Report report) {
        return Table.of(report);
    }

    /** How many files this process may open; as many as there are numbers where that is not told. */
    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
