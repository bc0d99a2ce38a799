package io.promo.bench.stack;

import io.promo.bench.client.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application of the bench's own class path in a JVM of its own, which ends with this one. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    /**
     * Starts it.
     *
     * @param heap at most, as {@code -Xmx} takes it
     * @param log receives what it says to standard error
     */
    public JavaProcess(Class<?> main, String heap, List<String> arguments, Path log) throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dlogback.configurationFile=io/promo/stack/launcher-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Waits until it prints a line that begins so, and returns the rest of the line.
     *
     * @throws StackFailure when it ends before
     */
    public String awaitLine(String beginning) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                // A pipe that nobody reads would stop the process once it is full.
                Thread reader = new Thread(() -> said.lines().forEach(ignored -> {}), "output of the usual way");
                reader.setDaemon(true);
                reader.start();
                return line.substring(beginning.length());
            }
        }
        throw new StackFailure("a process of the usual way did not start; see " + log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
