package io.promo.bench.demo;

import io.promo.bench.client.StackFailure;
import io.promo.bench.oracle.DeliveryOracle;
import io.promo.stack.LocalStack;
import io.promo.stack.Settings;
import io.promo.stack.StackException;
import io.promo.stack.Status;
import io.promo.stack.Urls;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code promo demo}: starts the stack and shows the whole product on it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts the local stack, generates customers, publishes an event, dispatches it, shows an inbox, and"
                        + " replays the same date to show that nothing arrives twice.")
public final class DemoCommand implements Callable<Integer> {

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
            defaultValue = "100000",
            description = "How many (default: 100000).")
    private long customers;

    @Option(names = "--down", description = "Stop the stack in the end.")
    private boolean down;

    @Option(
            names = "-o",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object on stdout.")
    private Output output = Output.table;

    @Override
    public Integer call() {
        if (customers < 3 || customers > MOST_CUSTOMERS) {
            throw new ParameterException(
                    spec.commandLine(), "--customers must be between 3 and " + MOST_CUSTOMERS + ", not " + customers);
        }
        boolean json = output == Output.json;
        PrintStream story = json ? System.err : System.out;
        LocalStack stack = new LocalStack(Settings.from(System.getenv()));
        try {
            return demo(stack, story, json);
        } catch (StackException | StackFailure | IOException | SQLException e) {
            System.err.println("The demo failed: " + e.getMessage());
            System.err.println(
                    "Logs are in " + Settings.from(System.getenv()).home() + "/logs; ./promo status shows what runs.");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("Interrupted; ./promo down stops the stack.");
            return 1;
        }
    }

    private int demo(LocalStack stack, PrintStream story, boolean json)
            throws IOException, InterruptedException, SQLException {
        story.println("Starting the local stack");
        Status status = stack.up(0, line -> story.println("  " + line));
        try {
            DemoReport report =
                    new Demo(status.urls(), oracle(status), story, System.console() != null && !json).run(customers);
            if (json) {
                System.out.println(JsonMapper.shared().writeValueAsString(report));
            }
            tellWhatNext(story, report, status.urls());
            return report.exact() ? 0 : 1;
        } finally {
            if (down) {
                story.println("Stopping the stack");
                stack.down(false);
            }
        }
    }

    private void tellWhatNext(PrintStream story, DemoReport report, Urls urls) {
        story.println(
                report.exact()
                        ? "Every eligible customer has the message exactly once."
                        : "NOT every eligible customer has the message exactly once: " + report);
        if (!down) {
            story.println("Next: " + urls.ui() + "/admin as admin, and the shop's inbox at " + urls.ui()
                    + " as anna (passwords as the names); ./promo login --username admin and ./promo runs, "
                    + "./promo login --username anna and ./promo inbox; API documents at " + urls.calendar()
                    + "/v3/api-docs; ./promo down stops everything.");
        }
    }

    private static DeliveryOracle oracle(Status status) {
        return new DeliveryOracle(
                jdbcUrl(status, "dispatch"),
                jdbcUrl(status, "inbox"),
                database(status, "inbox").user());
    }

    private static String jdbcUrl(Status status, String name) {
        return database(status, name).jdbcUrl();
    }

    private static Status.Database database(Status status, String name) {
        return status.databases().stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure("the stack has no database " + name));
    }
}
