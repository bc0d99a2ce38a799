package io.promo.cli;

import io.promo.cli.failure.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that cannot be understood: what is wrong, and where to read on. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            unmatched(unmatched, command, err);
        } else {
            told(failure, err);
            see(command, err);
        }
        return ExitCode.USAGE.code();
    }

    private static void unmatched(UnmatchedArgumentException failure, CommandLine command, PrintWriter err) {
        String word = failure.getUnmatched().get(0);
        boolean meansACommand = !command.getSubcommands().isEmpty() && !word.startsWith("-");
        String name = command.getCommandSpec().qualifiedName();
        if (meansACommand) {
            err.println("promo: There is no command '" + (name + " " + word).substring("promo ".length()) + "'");
        } else {
            told(failure, err);
        }
        List<String> near = failure.getSuggestions().stream()
                .filter(suggestion -> Spelling.isNear(word, suggestion))
                .toList();
        if (!near.isEmpty()) {
            err.println("Did you mean " + String.join(" or ", near) + "?");
        }
        if (meansACommand) {
            err.println(name + " --help lists those there are.");
        } else {
            see(command, err);
        }
    }

    private static void told(ParameterException failure, PrintWriter err) {
        String message = String.valueOf(failure.getMessage());
        err.println("promo: " + message.lines().findFirst().orElse("unusable arguments"));
    }

    private static void see(CommandLine command, PrintWriter err) {
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    }
}
