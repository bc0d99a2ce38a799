package io.promo.cli;

import io.promo.cli.command.GroupCommand;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the launcher script does by itself before it comes here: listed so that it is found in the help and completed by
 * the shell.
 */
abstract class LocalStack extends PromoCommand {

    @Parameters(hidden = true, arity = "0..*")
    List<String> rest = new ArrayList<>();

    @Override
    protected final void run() {
        throw CommandFailure.usage(
                "This program talks to services; it does not start them",
                "Call the launcher script in the repository: ./promo " + name());
    }

    private String name() {
        return getClass().getAnnotation(Command.class).name();
    }

    @Command(name = "up", description = "Start PostgreSQL, Kafka, Keycloak and the services on this machine.")
    static final class Up extends LocalStack {
        @Option(names = "--workers", paramLabel = "N", description = "Worker processes (default: 2).")
        int workers;
    }

    @Command(name = "down", description = "Stop them; data stays.")
    static final class Down extends LocalStack {
        @Option(names = "--wipe", description = "Forget all data.")
        boolean wipe;
    }

    @Command(name = "status", description = "Show every process as it is now.")
    static final class Status extends LocalStack {}

    @Command(
            name = "demo",
            description = "Start everything, dispatch to made-up customers, show an inbox, check the count.")
    static final class Demo extends LocalStack {
        @Option(names = "--customers", paramLabel = "N", description = "How many (default: 100000).")
        long customers;

        @Option(names = "--down", description = "Stop everything at the end.")
        boolean down;
    }

    @Command(
            name = "bench",
            description = "Measure the dispatch beside a bare pipe, the write limit and the usual way, and more.",
            subcommands = {Bench.Dispatch.class, Bench.Events.class, Bench.Inbox.class, Bench.Stream.class})
    static final class Bench extends GroupCommand {

        @Command(name = "dispatch", description = "Measure the dispatch, on a stack of its own.")
        static final class Dispatch extends LocalStack {
            @Option(names = "--customers", paramLabel = "N", description = "How many (default: 1000000).")
            long customers;

            @Option(names = "--rounds", paramLabel = "R", description = "Rounds that count (default: 3).")
            int rounds;

            @Option(
                    names = "--events",
                    paramLabel = "K",
                    description =
                            "Measure each of so many events of one partition, then reading, and no other contender.")
            int events;
        }

        @Command(name = "events", description = "Measure how fast events travel, on a stack of its own.")
        static final class Events extends LocalStack {
            @Option(names = "--published", paramLabel = "N", description = "Events to publish (default: 50).")
            int published;

            @Option(names = "--backlog", paramLabel = "N", description = "Events to drain (default: 100000).")
            int backlog;
        }

        @Command(name = "inbox", description = "Measure list and badge beside their SQL, on a stack of its own.")
        static final class Inbox extends LocalStack {
            @Option(names = "--messages", paramLabel = "N", description = "How many there are (default: 10000000).")
            long messages;

            @Option(
                    names = "--seconds",
                    paramLabel = "S",
                    description = "How long each of six measurements takes (default: 30).")
            int seconds;
        }

        @Command(
                name = "stream",
                description =
                        "Measure what connected customers do to the inbox when a run ends, on a stack of its own.")
        static final class Stream extends LocalStack {
            @Option(
                    names = "--connected",
                    paramLabel = "N",
                    description = "Customers with a live stream (default: 10000).")
            int connected;

            @Option(names = "--customers", paramLabel = "N", description = "Customers of the run (default: 1000000).")
            int customers;
        }
    }
}
