package io.promo.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsProcessTest {

    @TempDir
    Path directory;

    private OsProcess started;

    @AfterEach
    void endProcess() throws InterruptedException {
        if (started != null) {
            started.signal("KILL");
            assertThat(started.awaitEnd(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void shouldFindAProcessAgainUntilItHasEnded() throws Exception {
        started = launch("sleep", "60");

        assertThat(OsProcess.of(started.pid())).contains(started);
        assertThat(started.alive()).isTrue();
        assertThat(started.signal("TERM")).isTrue();
        assertThat(started.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(started.signal("TERM")).isFalse();
    }

    @Test
    void shouldLeaveAloneWhoeverHoldsThePidNow() throws Exception {
        started = launch("sleep", "60");
        var former = new OsProcess(started.pid(), started.startTicks() - 1, started.bootId());
        var beforeTheBoot = new OsProcess(started.pid(), started.startTicks(), "another boot");

        for (OsProcess stranger : List.of(former, beforeTheBoot)) {
            assertThat(stranger.alive()).isFalse();
            assertThat(stranger.signal("KILL")).isFalse();
        }
        assertThat(started.alive()).isTrue();
    }

    @Test
    void shouldFindProcessesByAVariableOfTheirEnvironment() throws Exception {
        started = launch("sleep", "60");

        assertThat(OsProcess.withVariable("PROMO_TEST_MARK")).containsEntry(started, directory.toString());
    }

    @Test
    void shouldReadAProgramNameThatLooksLikeOtherFields() throws Exception {
        Path odd = directory.resolve("a) Z (b");
        Files.copy(Path.of("/bin/sleep").toRealPath(), odd);
        assertThat(odd.toFile().setExecutable(true)).isTrue();

        started = launch(odd.toString(), "60");

        assertThat(started.alive()).isTrue();
    }

    private OsProcess launch(String... command) throws Exception {
        return new Launch(List.of(command), Map.of(), directory, directory.resolve("log"))
                .with("PROMO_TEST_MARK", directory.toString())
                .start();
    }
}
