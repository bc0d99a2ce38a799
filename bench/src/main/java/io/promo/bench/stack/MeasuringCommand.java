package io.promo.bench.stack;

import io.promo.bench.client.StackFailure;
import io.promo.stack.LocalStack;
import io.promo.stack.Ports;
import io.promo.stack.Settings;
import io.promo.stack.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that measures on a stack of its own, which it takes down in the end, and prints a report.
 *
 * @param <R> the report, which as JSON is one object
 */
public abstract class MeasuringCommand<R> implements Callable<Integer> {

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

    /** Refuses options that are out of their range; nothing has been started yet. */
    protected abstract void check();

    /** @param progress where to tell how it gets on */
    protected abstract R measure(OwnStack stack, PrintStream progress)
            throws IOException, InterruptedException, SQLException;

    /** The report for people. */
    protected abstract String table(R report);

    /** @throws ParameterException when the value is out of its range, both ends inclusive */
    protected final void between(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be between " + least + " and " + most + ", not " + value);
        }
    }

    @Override
    public final Integer call() {
        check();
        Settings usual = Settings.from(System.getenv());
        Settings settings = new Settings(usual.home().resolve("bench"), usual.repository(), Ports.inARow(FIRST_PORT));
        try {
            R report = onStackOfItsOwn(settings, System.err);
            System.out.println(output == Output.json ? JsonMapper.shared().writeValueAsString(report) : table(report));
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

    private R onStackOfItsOwn(Settings settings, PrintStream progress)
            throws IOException, InterruptedException, SQLException {
        LocalStack stack = new LocalStack(settings);
        stack.down(true);
        progress.println("Starting a stack of its own");
        try {
            return measure(new OwnStack(stack, settings, stack.up(2, line -> {})), progress);
        } finally {
            stack.down(true);
        }
    }
}
