package io.promo.stack;

import static io.promo.stack.Status.State.DEAD;
import static io.promo.stack.Status.State.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.stack.process.OsProcess;
import io.promo.stack.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack on real servers; only the services are stand-ins. */
class LocalStackTest {

    private static final List<String> ALL =
            List.of("postgres", "kafka", "keycloak", "calendar-api", "manager", "inbox-api", "worker-1", "worker-2");

    @TempDir
    Path directory;

    private Settings settings;
    private LocalStack stack;

    @BeforeEach
    void createStack() throws IOException {
        settings = new Settings(
                directory.resolve("home"), FakeService.repository(directory), Ports.inARow(FreePorts.inARow(10)));
        stack = new LocalStack(settings);
    }

    @AfterEach
    void stopStack() throws InterruptedException {
        stack.down(true);
        assertThat(ours()).isEmpty();
    }

    @Test
    void shouldComeUpTellTheTruthAfterKillsRestartOnlyWhatIsMissingAndKeepItsData() throws Exception {
        var progress = new ArrayList<String>();
        Map<String, Status.Process> first = byName(stack.up(0, line -> {
            synchronized (progress) {
                progress.add(line);
            }
        }));

        assertThat(first).containsOnlyKeys(ALL);
        assertThat(first.values()).extracting(Status.Process::state).containsOnly(RUNNING);
        assertThat(progress).hasSameSizeAs(ALL);
        execute("CREATE TABLE kept (a integer)");
        var realm = new RealmPromises(Urls.of(settings.ports()));
        realm.shouldServeThePageOfThisStackAndNoOther();
        realm.shouldLockWhoGuesses();

        List<String> victims = List.of("worker-2", "postgres", "kafka");
        for (String victim : victims) {
            stack.kill(victim);
        }
        Map<String, Status.Process> hurt = byName(stack.status());
        assertThat(hurt).containsOnlyKeys(ALL);
        hurt.forEach((name, it) -> assertThat(it.state()).as(name).isEqualTo(victims.contains(name) ? DEAD : RUNNING));

        progress.clear();
        Map<String, Status.Process> second = byName(stack.up(0, line -> {
            synchronized (progress) {
                progress.add(line);
            }
        }));
        assertThat(progress)
                .hasSameSizeAs(ALL)
                .allSatisfy(line -> assertThat(line).containsPattern(" started in [0-9.]+ s  | found  [^ ]"));
        second.forEach((name, it) -> {
            assertThat(it.state()).as(name).isEqualTo(RUNNING);
            assertThat(it.pid() == first.get(name).pid()).as(name).isEqualTo(!victims.contains(name));
        });
        execute("INSERT INTO kept VALUES (1)");

        Status.Process third = stack.startAnother(ProcessRole.WORKER);
        assertThat(third.name()).isEqualTo("worker-3");
        assertThat(third.state()).isEqualTo(RUNNING);
        assertThat(stack.startAnother(ProcessRole.MANAGER).port())
                .isNotEqualTo(settings.ports().dispatch());

        // As if the launcher had been killed before it could remember a process.
        Files.delete(settings.home().resolve("stack.json"));
        stack.down(false);
        assertThat(ours()).isEmpty();
        assertThat(stack.status().processes()).isEmpty();
        assertThat(settings.home().resolve("postgres")).exists();
    }

    @Test
    void shouldLeaveNothingBehindWhenAServiceDoesNotStart() throws Exception {
        Files.createDirectories(settings.home());
        Files.createFile(settings.home().resolve("broken"));

        assertThatThrownBy(() -> stack.up(1, line -> {}))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("ended while it was starting")
                .hasMessageContaining("broken on purpose")
                .hasMessageContaining("logs");
        assertThat(ours()).isEmpty();
    }

    @Test
    void shouldNameTheTakenPortAndStartNothing() throws Exception {
        try (var taken = new ServerSocket(settings.ports().kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> stack.up(1, line -> {}))
                    .hasMessage(
                            "Port %d, for kafka, is taken; end what listens there, or choose another port with"
                                    + " PROMO_KAFKA_PORT",
                            taken.getLocalPort());
        }
        assertThat(ours()).isEmpty();
    }

    @Test
    void shouldNameTheTakenPortOfAServicesManagement() throws Exception {
        int port = settings.ports().inbox() + 200;
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> stack.up(1, line -> {}))
                    .hasMessage(
                            "Port %d, for inbox-api's management, is taken; end what listens there, or choose another port"
                                    + " with PROMO_INBOX_PORT (management is 200 above it)",
                            taken.getLocalPort());
        }
        assertThat(ours()).isEmpty();
    }

    @Test
    void shouldSayWhichServiceIsNotBuilt() throws Exception {
        Files.delete(directory.resolve("inbox-api/target/inbox-api-exec.jar"));

        assertThatThrownBy(() -> stack.up(1, line -> {}))
                .hasMessage("inbox-api is not built: there is no inbox-api/target/*-exec.jar; run mvn -DskipTests"
                        + " package");
        assertThat(ours()).isEmpty();
    }

    @Test
    void shouldLetOneAtATimeChangeAStack() throws Exception {
        try (var lock = UpLock.take(settings.home())) {
            assertThatThrownBy(() -> stack.up(1, line -> {}))
                    .hasMessageContaining("at work")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    private void execute(String sql) throws Exception {
        Status.Database database = stack.status().databases().get(0);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whatever of this stack still runs, remembered or not. */
    private List<Optional<String>> ours() {
        return OsProcess.withVariable("PROMO_STACK_PROCESS").entrySet().stream()
                .filter(it -> it.getValue().startsWith(settings.home() + "|"))
                .map(it -> ProcessHandle.of(it.getKey().pid())
                        .flatMap(handle -> handle.info().command()))
                .toList();
    }

    private static Map<String, Status.Process> byName(Status status) {
        return status.processes().stream().collect(Collectors.toMap(Status.Process::name, Function.identity()));
    }
}
