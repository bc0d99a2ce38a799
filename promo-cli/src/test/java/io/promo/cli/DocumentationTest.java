package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.failure.ExitCode;
import io.promo.cli.output.Json;
import io.promo.cli.settings.Setting;
import io.promo.cli.settings.Surroundings;
import io.promo.cli.token.TokenSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;

/** {@code docs/cli.md} says of every command what the code says. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../docs/cli.md");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^#### (.*)\\n+```json\\n((?s).*?)^```$");

    static Stream<CommandSpec> commands() {
        return leaves(new Promo(Surroundings.ofProcess())
                .commandLine(Commands.all().toList())
                .getCommandSpec());
    }

    private static Stream<CommandSpec> leaves(CommandSpec spec) {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .flatMap(sub -> {
                    boolean group = !sub.subcommands().isEmpty()
                            && sub.positionalParameters().isEmpty()
                            && own(sub).isEmpty();
                    return Stream.concat(group ? Stream.empty() : Stream.of(sub), leaves(sub));
                });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldListTheCommandWithItsOptions(CommandSpec command) throws IOException {
        assertThat(Files.readString(PAGE)).contains(row(command) + "\n");
    }

    @Test
    void shouldListNoOtherCommand() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `promo "))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        commands().map(DocumentationTest::row).toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldShowWhatTheCommandPrintsAsJson(CommandSpec command) throws IOException {
        if (command.userObject() instanceof LocalStack
                && !List.of("status", "demo", "dispatch", "inbox").contains(command.name())) {
            return;
        }
        assertThat(samples().keySet()).contains(command.qualifiedName());
    }

    @Test
    void shouldNameEverySettingAndExitCode() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page)
                .contains(Arrays.stream(Setting.values()).map(Setting::variable).toList())
                .contains(
                        TokenSources.TOKEN,
                        TokenSources.CLIENT_SECRET,
                        TokenSources.PASSWORD,
                        "PROMO_CONFIG",
                        "PROMO_HOME")
                .contains(Arrays.stream(ExitCode.values())
                        .map(code -> "| " + code.code() + " |")
                        .toList());
    }

    /** The table's row; paste it when this test says that it is missing. */
    private static String row(CommandSpec command) {
        String parameters = command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .map(DocumentationTest::parameter)
                .collect(Collectors.joining());
        String options = own(command).stream()
                .map(option ->
                        "`" + option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel()) + "`")
                .collect(Collectors.joining(" "));
        return "| `%s%s` | %s | %s |"
                .formatted(
                        command.qualifiedName(),
                        parameters,
                        command.usageMessage().description()[0],
                        options);
    }

    private static String parameter(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
        return parameter.arity().min() == 0 ? " [" + label + "]" : " " + label;
    }

    /** Options that not every command has. */
    private static List<OptionSpec> own(CommandSpec command) {
        return command.options().stream()
                .filter(option ->
                        option.group() == null || !option.group().toString().contains("--verbose"))
                .filter(option ->
                        option.group() == null || !option.group().toString().contains("--issuer-url"))
                .toList();
    }

    /** Command → the object it prints. */
    private static Map<String, JsonNode> samples() throws IOException {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        Matcher matcher = SAMPLE.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            JsonNode sample = Json.parse(matcher.group(2));
            for (String command : matcher.group(1).split(", ")) {
                samples.put(command.replace("`", ""), sample);
            }
        }
        return samples;
    }
}
