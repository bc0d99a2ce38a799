package io.promo.cli;

import io.promo.cli.settings.Surroundings;

/** The program behind {@code promo}. Exits with 0 done, 1 failed, 2 usage, 3 not found, 4 refused by state. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    /** One call, in a world of the caller's making. */
    static int run(Surroundings surroundings, String... arguments) {
        return new Promo(surroundings).commandLine(arguments).execute(arguments);
    }
}
