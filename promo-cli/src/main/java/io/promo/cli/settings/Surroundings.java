package io.promo.cli.settings;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The world a call runs in.
 *
 * @param environment environment variables
 * @param terminal whether a person is watching: input and output are a terminal
 * @param columns how wide that terminal is at the moment, in characters; 0 when nobody can tell
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        IntSupplier columns) {

    /** The process's own. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                isTerminal(System.console()),
                TerminalWidth::now);
    }

    /** The variable's value; null when it is unset or blank. */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether to colour: only for people, and not where {@code NO_COLOR} is set. */
    public boolean coloured() {
        return terminal && variable("NO_COLOR") == null && !"dumb".equals(variable("TERM"));
    }

    /** From JDK 22 on there can be a console without a terminal; it then says so by a method JDK 17 lacks. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
