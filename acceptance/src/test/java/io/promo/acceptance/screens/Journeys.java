package io.promo.acceptance.screens;

import io.promo.acceptance.Stack;
import io.promo.stack.Urls;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Playwright as a process: it is told where the stack is, and writes a report. */
final class Journeys {

    /** Reports, screenshots, and the traces of what failed. */
    private static final Path DIRECTORY = Path.of("target/screens").toAbsolutePath();

    private static final int MINUTES = 8;

    private static final Logger log = System.getLogger(Journeys.class.getName());

    private final Stack stack;
    private final String controlUrl;

    Journeys(Stack stack, String controlUrl) {
        this.stack = stack;
        this.controlUrl = controlUrl;
    }

    List<Journey> run() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DIRECTORY);
        Files.createDirectories(DIRECTORY);
        Path ui = stack.settings.repository().resolve("ui");
        Path playwright = ui.resolve("node_modules/@playwright/test/cli.js");
        if (!Files.exists(playwright)) {
            throw new AssertionError(playwright + " is missing; run npm ci in " + ui);
        }
        Path output = DIRECTORY.resolve("journeys.log");
        // Not this process's own output: that is how it speaks with Maven.
        var builder = new ProcessBuilder("node", playwright.toString(), "test")
                .directory(ui.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Urls urls = stack.processes.status().urls();
        var environment = builder.environment();
        environment.put("PROMO_UI_URL", urls.ui());
        environment.put("PROMO_ISSUER_URL", urls.keycloak() + "/realms/promo");
        environment.put("PROMO_CALENDAR_URL", urls.calendar());
        environment.put("PROMO_DISPATCH_URL", urls.dispatch());
        environment.put("PROMO_INBOX_URL", urls.inbox());
        environment.put("PROMO_STACK_CONTROL_URL", controlUrl);
        environment.put("PROMO_SCREENS_DIR", DIRECTORY.toString());
        long started = System.nanoTime();
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("the journeys took more than " + MINUTES + " minutes; see " + output);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Path report = DIRECTORY.resolve("journeys.json");
        if (!Files.exists(report)) {
            throw new AssertionError("the journeys did not start: " + Files.readString(output));
        }
        List<Journey> journeys = Journey.of(JsonMapper.shared().readTree(report.toFile()));
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        log.log(
                Level.INFO,
                () -> "%d browser journeys in %d s; screenshots and reports in %s"
                        .formatted(journeys.size(), seconds, DIRECTORY));
        return journeys;
    }
}
