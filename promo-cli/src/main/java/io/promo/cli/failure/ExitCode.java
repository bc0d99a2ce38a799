package io.promo.cli.failure;

import java.util.Set;

/** What a call tells the shell. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Failed: a service or network said no, or what was waited for did not complete. */
    FAILED(1),
    /** The command line is wrong. */
    USAGE(2),
    /** There is no such event, run, customer or message. */
    NOT_FOUND(3),
    /** The state of the thing does not allow it. */
    REFUSED(4);

    private static final int MISSING = 404;
    private static final Set<Integer> BY_STATE = Set.of(409, 412, 428);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** What an HTTP status that is no success comes to. */
    public static ExitCode ofStatus(int status) {
        if (status == MISSING) {
            return NOT_FOUND;
        }
        return BY_STATE.contains(status) ? REFUSED : FAILED;
    }

    /** The number, 0 to 4. */
    public int code() {
        return code;
    }
}
