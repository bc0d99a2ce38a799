package io.promo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.stack.process.OsProcess;
import io.promo.stack.testing.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sideways",
                "up --workers",
                "up --workers none",
                "up --workers 0",
                "up --workers 65",
                "down --all",
                "status -o yaml"
            })
    void shouldExitWith2AndShowTheUsageWhenItIsNotUnderstood(String arguments) {
        assertThat(run(Map.of(), arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: promo up");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldSayWhichVariableHoldsNoPort() {
        assertThat(run(Map.of("PROMO_KAFKA_PORT", "high"), "status")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("PROMO_KAFKA_PORT must be a number from 1 to 65535, not 'high'\n");
    }

    @Test
    void shouldShowNothingButWhereThingsWouldBeWhereNothingWasEverStarted() {
        assertThat(run(Map.of("PROMO_CALENDAR_PORT", "4711", "PROMO_POSTGRES_PORT", "4712"), "status", "-o", "json"))
                .isZero();

        JsonNode status = JsonMapper.builder().build().readTree(out.toString());
        assertThat(status.propertyNames()).containsExactly("processes", "databases", "urls");
        assertThat(status.get("processes").size()).isZero();
        assertThat(status.get("urls").propertyNames())
                .containsExactly("ui", "keycloak", "calendar", "dispatch", "inbox");
        assertThat(status.at("/urls/calendar").asString()).isEqualTo("http://127.0.0.1:4711");
        assertThat(status.at("/urls/ui").asString()).isEqualTo("http://127.0.0.1:4711");
        assertThat(status.at("/databases/2/jdbcUrl").asString()).isEqualTo("jdbc:postgresql://127.0.0.1:4712/inbox");
        assertThat(status.at("/databases/2/user").asString()).isEqualTo("promo_owner");
    }

    @ParameterizedTest
    @CsvSource({"true,3600,RUNNING", "false,0,STARTING", "false,179,STARTING", "false,181,UNHEALTHY"})
    void shouldTellStartingFromUnwell(boolean healthy, long seconds, Status.State state) {
        assertThat(Status.State.ofAlive(healthy, Duration.ofSeconds(seconds))).isEqualTo(state);
    }

    @Test
    void shouldSayWhatIsStillStartingAndWhatKeepsRunning() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            Ports ports = Ports.inARow(FreePorts.inARow(10));
            var settings = new Settings(home, home, ports);
            OsProcess young = OsProcess.of(sleep.pid()).orElseThrow();
            var dead = new OsProcess(young.pid(), young.startTicks() - 1, young.bootId());
            var none = StackFile.Content.none(ports);
            var processes = List.of(
                    new StackFile.Entry("keycloak", ProcessRole.KEYCLOAK, ports.keycloak(), "http://127.0.0.1", young),
                    new StackFile.Entry("kafka", ProcessRole.KAFKA, ports.kafka(), "127.0.0.1", dead));
            new StackFile(home).write(new StackFile.Content(ports, processes, none.urls(), none.databases()));

            assertThat(run(Map.of(), "status", "-o", "json")).isZero();

            JsonNode status = JsonMapper.builder().build().readTree(out.toString());
            assertThat(status.at("/processes")
                            .valueStream()
                            .map(it -> it.path("state").asString()))
                    .containsExactly("DEAD", "STARTING");
            assertThat(new LocalStack(settings).running()).isEqualTo(1);
            assertThat(Interrupted.message(1))
                    .isEqualTo("1 process keeps running: ./promo up goes on, ./promo down stops it");
            assertThat(Interrupted.message(3))
                    .isEqualTo("3 processes keep running: ./promo up goes on, ./promo down stops them");
        } finally {
            sleep.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldFindNothingToStopWhereNothingWasEverStarted() {
        assertThat(run(Map.of(), "down")).isZero();
        assertThat(run(Map.of(), "down", "--wipe")).isZero();
    }

    @Test
    void shouldWipeWhatAnInterruptedStartLeft() throws Exception {
        for (String left : List.of("postgres.part", "stack.json.part")) {
            Files.writeString(Files.createDirectories(home).resolve(left), "half");
        }

        assertThat(run(Map.of(), "down", "--wipe")).isZero();
        assertThat(home).doesNotExist();
    }

    @Test
    void shouldSayWhatToDoWhenItsMemoryIsBroken() throws Exception {
        Files.writeString(home.resolve("stack.json"), "{");

        assertThat(run(Map.of(), "status")).isEqualTo(1);
        assertThat(err.toString()).contains("stack.json").contains("delete it");
    }

    private int run(Map<String, String> environment, String... arguments) {
        var complete = new HashMap<>(environment);
        complete.put("PROMO_HOME", home.toString());
        return Main.run(List.of(arguments), complete, new PrintStream(out, true), new PrintStream(err, true));
    }
}
