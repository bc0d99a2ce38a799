package io.promo.cli;

import io.promo.cli.output.Json;
import io.promo.cli.settings.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calls the command line as a shell would, in a home of its own. */
public final class Cli {

    /** What a call came to. */
    public record Result(int exitCode, String out, String err) {

        public JsonNode json() {
            return Json.parse(out);
        }

        public List<String> lines() {
            return out.lines().toList();
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean terminal;
    private int columns;

    public Cli(Path home) {
        environment.put("HOME", home.toString());
    }

    /** Talks to these services, with a token. */
    public static Cli of(Path home, Services services) {
        return new Cli(home).at(services).set("PROMO_TOKEN", "given-token");
    }

    /** Talks to these services, without a login. */
    public Cli at(Services services) {
        return set("PROMO_CALENDAR_URL", services.url("/calendar"))
                .set("PROMO_DISPATCH_URL", services.url("/dispatch"))
                .set("PROMO_INBOX_URL", services.url("/inbox"))
                .set("PROMO_ISSUER_URL", services.url("/realms/promo"));
    }

    public Cli set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Cli unset(String variable) {
        environment.remove(variable);
        return this;
    }

    public Cli input(String text) {
        input = text;
        return this;
    }

    public Cli onTerminal() {
        terminal = true;
        return this;
    }

    /** A terminal that says how wide it is. */
    public Cli onTerminal(int width) {
        columns = width;
        return onTerminal();
    }

    public Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = Main.run(
                new Surroundings(
                        Map.copyOf(environment),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal,
                        () -> columns),
                arguments);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
