package io.promo.cli;

import io.promo.cli.command.Outside;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.settings.Surroundings;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;

/** The root of all commands. */
@Command(
        name = "promo",
        versionProvider = Promo.Version.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "promo COMMAND [OPTIONS]",
        description = "%nTakes promotions from a calendar to every customer's inbox.%n",
        footer = {
            "",
            "promo COMMAND --help tells more of a command; every one takes -o json.",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 not found, 4 refused by state."
        })
final class Promo extends PromoCommand implements Outside {

    private static final String COMMAND_LIST = UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

    private final Surroundings surroundings;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    Promo(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Surroundings outside() {
        return surroundings;
    }

    @Override
    protected void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        exitWith(ExitCode.USAGE);
    }

    /**
     * Knows the commands that the arguments may mean, and all of them when they mean none: to look at a command's
     * options takes time, and the others' are not needed.
     */
    CommandLine commandLine(String... arguments) {
        Set<String> words = Set.copyOf(Arrays.asList(arguments));
        List<Commands.Entry> meant =
                Commands.all().filter(entry -> words.contains(entry.name())).toList();
        boolean justOptions = Arrays.stream(arguments).allMatch(word -> word.startsWith("-"));
        return meant.isEmpty() && !justOptions ? commandLine(Commands.all().toList()) : commandLine(meant);
    }

    /** Knows the given commands; its help lists all there are. */
    CommandLine commandLine(List<Commands.Entry> entries) {
        CommandLine line = new CommandLine(this);
        entries.forEach(entry -> line.addSubcommand(entry.name(), entry.create()));
        line.getHelpSectionMap().put(COMMAND_LIST, help -> Commands.help());
        return line.registerConverter(UUID.class, Words::id)
                .registerConverter(LocalDate.class, Words::date)
                .registerConverter(int.class, Words::integer)
                .registerConverter(long.class, Words::number)
                // A subject may begin with an @.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.coloured() ? Ansi.ON : Ansi.OFF))
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures(surroundings.err()));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Promo.class.getPackage().getImplementationVersion();
            List<String> lines = new ArrayList<>();
            lines.add("promo " + (version == null ? "(not from a jar)" : version));
            lines.add("Java " + Runtime.version());
            return lines.toArray(String[]::new);
        }
    }
}
