package io.promo.cli;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells people what went wrong and what to do next; where it comes from only if they ask. */
final class Failures implements IExecutionExceptionHandler {

    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        ExitCode code = ExitCode.FAILED;
        if (failure instanceof CommandFailure known) {
            code = known.exitCode();
            err.println("promo: " + known.getMessage());
            known.details().forEach(detail -> err.println("  " + detail));
            err.println(known.remedy());
        } else {
            err.println("promo: unforeseen: " + failure);
            err.println("Run it again with --verbose and report what it prints.");
        }
        if (command.getCommand() instanceof PromoCommand promo && promo.isVerbose()) {
            failure.printStackTrace(err);
        }
        return code.code();
    }
}
