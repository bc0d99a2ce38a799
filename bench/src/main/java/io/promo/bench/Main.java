package io.promo.bench;

import io.promo.bench.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code promo demo} and {@code promo bench}. */
@Command(
        name = "promo",
        subcommands = {DemoCommand.class, BenchCommand.class})
public final class Main {

    private Main() {}

    /** Exits with 0 done, 1 failed, 2 usage. */
    public static void main(String[] args) {
        // The usual way brings Spring Boot along, which would set up logging of its own.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "io/promo/stack/launcher-logback.xml");
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
