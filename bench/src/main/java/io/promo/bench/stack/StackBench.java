package io.promo.bench.stack;

import io.promo.bench.client.StackFailure;
import io.promo.stack.LocalStack;
import io.promo.stack.Ports;
import io.promo.stack.Settings;
import io.promo.stack.StackException;
import io.promo.stack.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bench on a stack of its own, which it takes down in the end. Exits with 0 measured, 1 failed or measured beside too much else, 2
 * usage; the report is all that goes to standard output.
 *
 * @param <R> its report, which is what {@code -o json} prints
 */
public abstract class StackBench<R> implements Callable<Integer> {

    private static final int FIRST_PORT = 27_432;

    enum Output {
        table,
        json
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "-o",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object on stdout.")
    private Output output = Output.table;

    private final int workers;

    /** @param workers how many dispatch workers the stack has */
    protected StackBench(int workers) {
        this.workers = workers;
    }

    /** Checks the options by {@link #require}, before anything is started. */
    protected abstract void checkOptions();

    /** @param progress where it is told how things get on */
    protected abstract R measure(Status status, Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException;

    /** The report for people. */
    protected abstract String table(R report);

    /** Why the report, which is printed all the same, cannot be trusted; empty when it can. */
    protected Optional<String> distrust(R report) {
        return Optional.empty();
    }

    /** Ends the command as a usage error unless the condition holds. */
    protected final void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /** Where the stack's database of that name is; its owner needs no password. */
    protected static Status.Database database(Status status, String name) {
        return status.databases().stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public final Integer call() {
        checkOptions();
        Settings usual = Settings.from(System.getenv());
        Settings settings = new Settings(usual.home().resolve("bench"), usual.repository(), Ports.inARow(FIRST_PORT));
        try {
            R report = onOwnStack(settings, System.err);
            System.out.println(output == Output.json ? JsonMapper.shared().writeValueAsString(report) : table(report));
            Optional<String> distrust = distrust(report);
            distrust.ifPresent(why -> System.err.println("The figures cannot be trusted: " + why + "."));
            return distrust.isEmpty() ? 0 : 1;
        } catch (StackException | StackFailure | IOException | SQLException e) {
            System.err.println("The bench failed: " + e.getMessage());
            System.err.println("Logs are in " + settings.home() + "/logs.");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private R onOwnStack(Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        LocalStack stack = new LocalStack(settings);
        stack.down(true);
        progress.println("Starting a stack of its own");
        boolean measured = false;
        // Of a bench that is told to end nothing stays behind: neither processes nor gigabytes.
        Thread whenToldToEnd = new Thread(() -> wipe(stack), "told to end");
        Runtime.getRuntime().addShutdownHook(whenToldToEnd);
        try {
            R report = measure(stack.up(workers, line -> {}), settings, progress);
            measured = true;
            return report;
        } finally {
            if (!whenToldToEnd.isAlive()) {
                // The logs of a failure stay, until the next bench begins.
                stack.down(measured);
                forget(whenToldToEnd);
            }
        }
    }

    private static void wipe(LocalStack stack) {
        try {
            stack.down(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook is at work, and does no harm to what is down already.
        }
    }
}
