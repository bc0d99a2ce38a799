package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.settings.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    @TempDir
    Path home;

    /** Every command and command of a command, as words. */
    static Stream<List<String>> commands() {
        return paths(
                new Promo(Surroundings.ofProcess()).commandLine(Commands.all().toList()), List.of());
    }

    private static Stream<List<String>> paths(CommandLine line, List<String> above) {
        return line.getSubcommands().entrySet().stream().flatMap(entry -> {
            List<String> path = new ArrayList<>(above);
            path.add(entry.getKey());
            return Stream.concat(Stream.of(path), paths(entry.getValue(), path));
        });
    }

    @Test
    void shouldListEveryCommand() {
        var result = new Cli(home).run("--help");

        assertThat(result.exitCode()).isZero();
        assertThat(Commands.all())
                .hasSizeGreaterThan(30)
                .allSatisfy(entry ->
                        assertThat(result.lines()).anyMatch(line -> line.startsWith("  " + entry.name() + " ")));
    }

    @Test
    void shouldShowTheHelpToWhoSaysNothing() {
        var result = new Cli(home).run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Usage: promo COMMAND");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldExplainEveryCommand(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add("--help");

        var result = new Cli(home).run(words.toArray(String[]::new));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("Usage: promo " + String.join(" ", command))
                .contains("-o, --output");
    }

    @Test
    void shouldSayOfDefaultsThatTheyAreOfNewEvents() {
        for (String command : List.of("create", "edit")) {
            assertThat(new Cli(home).run(command, "--help").out().replaceAll("\\s+", " "))
                    .contains("(a new event: this machine's)", "(a new event: en)")
                    .doesNotContain("default: this machine's", "default: en)");
        }
    }

    @Test
    void shouldLoadNeitherHttpNorJsonForTheHelp() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.promo.cli.Main",
                        "--help")
                .redirectErrorStream(true)
                .start();
        String loaded = new String(java.getInputStream().readAllBytes());

        assertThat(java.waitFor()).isZero();
        assertThat(loaded)
                .contains("io.promo.cli.Commands")
                .doesNotContain("java.net.http.HttpClient ")
                .doesNotContain("tools.jackson");
    }
}
