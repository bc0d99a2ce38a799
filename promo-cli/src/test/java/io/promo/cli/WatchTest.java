package io.promo.cli;

import static io.promo.cli.SpringSaleRun.EVENT;
import static io.promo.cli.SpringSaleRun.PATH;
import static io.promo.cli.SpringSaleRun.RUN;
import static io.promo.cli.SpringSaleRun.STARTED;
import static io.promo.cli.SpringSaleRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {

    @RegisterExtension
    final Services services = new Services();

    @TempDir
    Path home;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = Cli.of(home, services);
    }

    @Test
    void shouldWaitForTheEndInPlainLines() {
        services.on("POST /dispatch/runs", 201, STARTED)
                .on("GET " + PATH, 200, run("RUNNING", 500))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        var result = cli.run("dispatch", EVENT, "--wait");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.lines())
                .containsExactly(
                        "Spring sale 2026-05-01  RUNNING  50%  500/1,000  partitions 1/2  640/s now, 610/s on average  ETA 1 min 15 s  2 workers",
                        "Spring sale 2026-05-01  COMPLETED  1,000 of 1,000 delivered, 1,000 new, in 16 s");
        assertThat(services.only("POST /dispatch/runs").json())
                .isEqualTo(Json.object().put("dryRun", false).put("eventId", EVENT));
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,0", "FAILED,1", "STOPPED,1", "CANCELLED,1", "MISSED,1"})
    void shouldTellTheShellHowTheRunEnded(String state, int exitCode) {
        services.on("GET " + PATH, 200, run(state, 700));

        assertThat(cli.run("watch", RUN).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldAskForAllThatIsDueWithoutAnEvent() {
        services.on("POST /dispatch/runs", 200, "{\"items\":[]}");

        var result = cli.run("dispatch", "--wait");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("Nothing is due.\n");
        assertThat(services.only("POST /dispatch/runs").json())
                .isEqualTo(Json.object().put("dryRun", false));
    }

    @Test
    void shouldDrawABarOnATerminal() {
        services.on("GET " + PATH, 200, run("RUNNING", 500)).on("GET " + PATH, 200, run("COMPLETED", 1000));

        var result = cli.onTerminal().set("COLUMNS", "80").run("watch", RUN);

        String bar = result.out().split("\r")[1];
        assertThat(bar).startsWith("\u001b[KSpring sale 2026-05-01  [############------------]  RUNNING");
        assertThat(bar.length() - "\u001b[K".length()).isEqualTo(79);
        assertThat(result.out()).endsWith("COMPLETED  1,000 of 1,000 delivered, 1,000 new, in 16 s\n");
    }

    @Test
    void shouldKeepProgressOutOfTheJson() {
        services.on("POST /dispatch/runs", 201, STARTED)
                .on("GET " + PATH, 200, run("RUNNING", 500))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        var result = cli.run("dispatch", "--event", EVENT, "--wait", "-o", "json");

        assertThat(result.json().path("items").path(0).path("run").path("state").asString())
                .isEqualTo("COMPLETED");
        assertThat(result.err()).contains("RUNNING  50%").contains("COMPLETED");
        assertThat(cli.run("watch", RUN, "-o", "json").json().path("runId").asString())
                .isEqualTo(RUN);
    }

    @Test
    void shouldGoOnWatchingThroughARestartOfTheService() {
        services.on("GET " + PATH, 200, run("RUNNING", 500))
                .on(
                        "GET " + PATH,
                        503,
                        "{\"title\":\"Service Unavailable\",\"detail\":\"The database is not available\"}")
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        var result = cli.run("watch", RUN);

        assertThat(result.exitCode()).isZero();
        assertThat(result.lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("The database is not available; still watching"))
                .contains("It answers again.");
    }

    @Test
    void shouldSayWhyARunMakesNoProgress() {
        services.on(
                        "GET " + PATH,
                        200,
                        run("RUNNING", 500)
                                .replace("\"stalledSeconds\":2", "\"stalledSeconds\":75")
                                .replace("\"reason\":null", "\"reason\":\"no worker is alive\""))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        assertThat(cli.run("watch", RUN).lines().get(0)).endsWith("no progress for 1 min 15 s: no worker is alive");
    }
}
