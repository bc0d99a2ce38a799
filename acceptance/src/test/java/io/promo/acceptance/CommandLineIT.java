package io.promo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real command line against the real stack. */
@ExtendWith(Stack.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
class CommandLineIT {

    private static final String ANNA = "00000000-0000-4000-8000-000000000001";

    private final Stack stack;
    private Path home;
    private Path classes;

    CommandLineIT(Stack stack) {
        this.stack = stack;
    }

    record Result(int exit, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    void logIn(@TempDir Path directory, @TempDir Path archives) throws Exception {
        home = directory;
        classes = archives.resolve("classes.jsa");
        assertThat(promo(Map.of("PROMO_PASSWORD", "anna"), "login", "--username", "anna")
                        .exit())
                .isZero();
        assertThat(promo(Map.of("PROMO_PASSWORD", "admin"), "login", "--username", "admin")
                        .exit())
                .isZero();
    }

    @Test
    void shouldKeepTokensForTheirOwnerOnly() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> stored = files.filter(Files::isRegularFile).toList();
            assertThat(stored)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void shouldTakeAnEventFromDraftToInboxAndExplainIt() throws Exception {
        String event = created("From the terminal");
        assertThat(promo("publish", event, "--dry-run").exit()).isZero();
        assertThat(promo("show", event, "-o", "json").json().path("status").asString())
                .isEqualTo("DRAFT");
        assertThat(promo("publish", event).exit()).isZero();
        stack.runOf(UUID.fromString(event));

        Result dispatched = promo("dispatch", "--wait");
        assertThat(dispatched.exit()).as(dispatched.err()).isZero();
        JsonNode run = promo("runs", "--event", event, "-o", "json")
                .json()
                .path("items")
                .path(0);
        assertThat(run.path("state").asString()).isEqualTo("COMPLETED");

        assertThat(promo("inbox", "--as", "anna").out()).contains("From the terminal");
        Result explained = promo("explain", "--user", ANNA, "--event", event);
        assertThat(explained.exit()).isZero();
        assertThat(explained.out().toLowerCase(Locale.ROOT)).contains("delivered");
        assertThat(promo("restart", run.path("runId").asString()).exit())
                .as("restart of a completed run")
                .isEqualTo(4);
    }

    @Test
    void shouldStopAndRestartARunWithoutLosingOrDoublingAnything() throws Exception {
        UUID event = stack.published("Stopped by hand", 2_000);
        String run = stack.runOf(event);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stack.run(run).path("delivered").asLong() > 1_000);
        assertThat(promo("stop", run).exit()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stack.run(run).path("state").asString().equals("STOPPED"));
        long stoppedAt = stack.run(run).path("delivered").asLong();
        assertThat(stoppedAt).isLessThan(stack.run(run).required("eligible").asLong());

        assertThat(promo("restart", run).exit()).isZero();
        Result watched = promo("watch", run);
        assertThat(watched.exit()).as(watched.err()).isZero();
        assertThat(stack.oracle()
                        .delivery(
                                event,
                                LocalDate.parse(
                                        stack.run(run).path("dispatchDate").asString()))
                        .exact())
                .isTrue();
    }

    @Test
    void shouldTellRefusalsApartByTheirExitCode() throws Exception {
        String draft = created("Refused");
        assertThat(promo("cancel", draft).exit()).as("cancel a draft").isEqualTo(4);
        assertThat(promo("show", UUID.randomUUID().toString()).exit())
                .as("unknown event")
                .isEqualTo(3);
        assertThat(promo("publish").exit()).as("no event named").isEqualTo(2);
        Result endBeforeStart = promo(
                "create",
                "--title",
                "x",
                "--start",
                "2030-05-02T00:00",
                "--end",
                "2030-05-01T00:00",
                "--zone",
                "Europe/Berlin",
                "--subject",
                "s",
                "--body",
                "b");
        assertThat(endBeforeStart.exit()).isEqualTo(1);
        assertThat(endBeforeStart.err()).contains("endDatetime");
        Result stranger = promo("list", "--as", "nobody");
        assertThat(stranger.exit()).isEqualTo(1);
        assertThat(stranger.err()).contains("promo login");
        Result asAnna = promo("list", "--as", "anna");
        assertThat(asAnna.exit()).isEqualTo(1);
        assertThat(asAnna.err()).contains("role");
        Result down = promo(Map.of("PROMO_CALENDAR_URL", "http://127.0.0.1:9"), "list");
        assertThat(down.exit()).isEqualTo(1);
        assertThat(down.err()).contains("http://127.0.0.1:9").doesNotContain("Exception");
    }

    @Test
    void shouldRefuseTamperedCursorsAndBackfillsBeyondRetention() throws Exception {
        // For nobody, so that no other test finds it in an inbox.
        Map<String, Object> forNobody = Stack.event("Long ago", 0);
        Instant longAgo = Instant.now().minus(Duration.ofDays(100)).truncatedTo(ChronoUnit.SECONDS);
        forNobody.put("startDatetime", longAgo.toString());
        forNobody.put("audience", Map.of("segments", List.of("nobody")));
        String event = created(forNobody);
        assertThat(promo("publish", event).exit()).isZero();
        stack.runOf(UUID.fromString(event));
        assertThat(promo("list", "--cursor", "tampered").err()).contains("cursor");
        String from = longAgo.plus(Duration.ofDays(2)).toString().substring(0, 10);
        Result refused = promo("backfill", "--event", event, "--from", from, "--to", from);
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).contains("older than inboxes keep messages; ask from ");
        String recent = Instant.now().minus(Duration.ofDays(2)).toString().substring(0, 10);
        assertThat(promo("backfill", "--event", event, "--from", recent, "--to", recent, "--dry-run")
                        .exit())
                .as("what was missed within the retention")
                .isZero();
    }

    private String created(String title) throws Exception {
        return created(Stack.event(title, 0));
    }

    private String created(Map<String, Object> event) throws Exception {
        Path file = Files.createTempFile(home, "event", ".json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(event));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Result created = promo("create", "--file", file.toString(), "-o", "json");
        assertThat(created.exit()).as(created.err()).isZero();
        return created.json().path("eventId").asString();
    }

    private Result promo(String... arguments) throws Exception {
        return promo(Map.of(), arguments);
    }

    private Result promo(Map<String, String> environment, String... arguments) throws Exception {
        Path jar = stack.settings.repository().resolve("promo-cli/target/promo-cli-0.1.0-SNAPSHOT-all.jar");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // The first command writes down its classes for the others, which start a third sooner.
                (Files.exists(classes) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + classes,
                "-Xlog:disable",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("promo", ".out");
        Path err = Files.createTempFile("promo", ".err");
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PROMO_HOME", stack.settings.home().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as(String.join(" ", command))
                    .isTrue();
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
