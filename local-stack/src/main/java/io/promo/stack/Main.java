package io.promo.stack;

import io.promo.stack.keycloak.KeycloakServer;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The program behind {@code promo up}, {@code down} and {@code status}. Exits with 0 done, 1 failed, 2 usage. */
public final class Main {

    private static final String USAGE = """
            Usage: promo up [--workers N]     start what does not run, N workers at least (default: 2)
                   promo down [--wipe]        stop everything; --wipe forgets all data
                   promo status [-o json]     show every process as it is now
            """;

    private final LocalStack stack;
    private final Settings settings;
    private final PrintStream out;
    private final PrintStream err;

    Main(Settings settings, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.stack = new LocalStack(settings);
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        // Libraries log through Logback; what people need to know is printed.
        System.setProperty("logback.configurationFile", "io/promo/stack/launcher-logback.xml");
        System.exit(run(List.of(args), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            return new Main(Settings.from(environment), out, err).run(arguments);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (StackException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted; promo down stops what was started");
            return 1;
        }
    }

    private int run(List<String> arguments) throws InterruptedException {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> options = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        if (options.contains("--help") || options.contains("-h")) {
            out.print(USAGE);
            return 0;
        }
        switch (command) {
            case "up" -> up(workers(options));
            case "down" -> down(wipe(options));
            case "status" -> status(json(options));
            default -> throw new UsageException("There is no command '" + command + "'");
        }
        return 0;
    }

    private void up(int workers) throws InterruptedException {
        long start = System.nanoTime();
        Status status = started(workers);
        out.printf("%nPromo is up after %.1f s.%n%n", (System.nanoTime() - start) / 1e9);
        Urls urls = status.urls();
        out.println("the page      " + urls.ui());
        out.println("calendar-api  " + urls.calendar());
        out.println("dispatch      " + urls.dispatch());
        out.println("inbox-api     " + urls.inbox());
        out.printf("Keycloak      %s (%2$s/%2$s)%n", urls.keycloak(), KeycloakServer.ADMIN);
        for (Status.Database database : status.databases()) {
            out.printf("database      %s?user=%s%n", database.jdbcUrl(), database.user());
        }
        out.println("logins        admin, operator, viewer; customers anna, ben, carla (password = name)");
        out.println("data, logs    " + settings.home());
    }

    private Status started(int workers) throws InterruptedException {
        try (var interrupted = new Interrupted(stack, err)) {
            return stack.up(workers, out::println);
        }
    }

    private void down(boolean wipe) throws InterruptedException {
        stack.down(wipe);
        out.println(wipe ? "Stopped, and all data removed." : "Stopped. Data stays in " + settings.home() + ".");
    }

    private void status(boolean json) {
        Status status = stack.status();
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(status));
            return;
        }
        if (status.processes().isEmpty()) {
            out.println("Nothing runs; promo up starts the stack.");
            return;
        }
        out.printf("%-14s %-10s %8s %6s  %s%n", "NAME", "STATE", "PID", "PORT", "URL");
        for (Status.Process process : status.processes()) {
            out.printf(
                    "%-14s %-10s %8d %6d  %s%n",
                    process.name(), process.state(), process.pid(), process.port(), process.url());
        }
    }

    private static int workers(List<String> options) {
        if (options.isEmpty()) {
            return 0;
        }
        if (options.size() != 2 || !options.get(0).equals("--workers")) {
            throw new UsageException("up takes --workers N");
        }
        try {
            int workers = Integer.parseInt(options.get(1));
            if (workers >= 1 && workers <= 64) {
                return workers;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw new UsageException("--workers must be a number from 1 to 64, not '" + options.get(1) + "'");
    }

    private static boolean wipe(List<String> options) {
        if (options.isEmpty() || options.equals(List.of("--wipe"))) {
            return !options.isEmpty();
        }
        throw new UsageException("down takes --wipe");
    }

    private static boolean json(List<String> options) {
        if (options.isEmpty() || options.equals(List.of("-o", "table"))) {
            return false;
        }
        if (options.equals(List.of("-o", "json")) || options.equals(List.of("-ojson"))) {
            return true;
        }
        throw new UsageException("status takes -o json");
    }

    private static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
