package io.promo.cli.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a command: what went wrong in one line, and what to do next in another. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<String> details;
    private final String remedy;
    private String problem = "";

    /**
     * A failure without details.
     *
     * @param what one line, without a full stop's worth of stack trace
     * @param remedy one line that says what to do next
     */
    public CommandFailure(ExitCode exitCode, String what, String remedy) {
        this(exitCode, what, List.of(), remedy, null);
    }

    /**
     * A failure with all there is to say.
     *
     * @param details lines between what and remedy, e.g. one per bad field
     * @param cause shown with {@code --verbose} only
     */
    public CommandFailure(
            ExitCode exitCode, String what, List<String> details, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.exitCode = exitCode;
        this.details = List.copyOf(details);
        this.remedy = remedy;
    }

    /** The command line cannot be meant so. */
    public static CommandFailure usage(String what, String remedy) {
        return new CommandFailure(ExitCode.USAGE, what, remedy);
    }

    /** Says which problem of a service it tells of: the type of its problem details. */
    public CommandFailure of(String type) {
        problem = type;
        return this;
    }

    /** Whether it tells of a service's problem whose type ends so. */
    public boolean isOf(String slug) {
        return problem.endsWith(":" + slug);
    }

    /** What the shell is told. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** Lines between what and remedy. */
    public List<String> details() {
        return details;
    }

    /** What to do next. */
    public String remedy() {
        return remedy;
    }
}
