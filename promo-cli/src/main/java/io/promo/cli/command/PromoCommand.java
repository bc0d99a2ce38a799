package io.promo.cli.command;

import io.promo.cli.command.CommonOptions.Format;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Api;
import io.promo.cli.output.Output;
import io.promo.cli.settings.Setting;
import io.promo.cli.settings.Settings;
import io.promo.cli.settings.Surroundings;
import io.promo.cli.token.TokenSources;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command; its options are fields, its work is {@link #run}. Nothing is loaded before that. */
@Command(
        sortOptions = false,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n")
public abstract class PromoCommand implements Callable<Integer> {

    /** What picocli knows of this command. */
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    protected CommandSpec spec;

    @ArgGroup(exclusive = false, validate = false, order = 100, heading = "%nFor every command:%n")
    CommonOptions common = new CommonOptions();

    private @Nullable Settings settings;
    private @Nullable Output output;
    private @Nullable Api api;
    private ExitCode exitCode = ExitCode.DONE;

    @Override
    public final Integer call() {
        run();
        return exitCode.code();
    }

    /**
     * Does the work.
     *
     * @throws CommandFailure when it cannot be done
     */
    protected abstract void run();

    /** What the shell is told when {@link #run} returns; done unless said otherwise. */
    protected final void exitWith(ExitCode code) {
        exitCode = code;
    }

    /** The outside world. */
    protected final Surroundings surroundings() {
        return ((Outside) spec.root().userObject()).outside();
    }

    /** What is set. */
    protected final Settings settings() {
        if (settings == null) {
            Map<Setting, String> flags = new EnumMap<>(Setting.class);
            options().forEach(options -> options.connection.flags().forEach(flags::putIfAbsent));
            settings = new Settings(flags, surroundings());
        }
        return settings;
    }

    /** Where the answer goes. */
    protected final Output output() {
        if (output == null) {
            Surroundings outside = surroundings();
            boolean json = options()
                    .map(options -> options.format)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .filter(Format.JSON::equals)
                    .isPresent();
            output = new Output(json, outside.coloured(), outside.out(), outside.err());
        }
        return output;
    }

    /** The services. */
    protected final Api api() {
        if (api == null) {
            api = new Api(settings(), TokenSources.of(settings()));
        }
        return api;
    }

    /** Whether failures are shown with where they come from. */
    public final boolean isVerbose() {
        return options().anyMatch(options -> options.verbose);
    }

    /** This command's and those given to the commands above it, the nearest first. */
    private Stream<CommonOptions> options() {
        return Stream.iterate(spec, Objects::nonNull, CommandSpec::parent)
                .map(CommandSpec::userObject)
                .filter(PromoCommand.class::isInstance)
                .map(command -> ((PromoCommand) command).common);
    }

    /** Waits. */
    protected static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted", "Ask again.");
        }
    }
}
