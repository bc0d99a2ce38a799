package io.promo.cli;

import static io.promo.cli.SpringSaleRun.EVENT;
import static io.promo.cli.SpringSaleRun.PATH;
import static io.promo.cli.SpringSaleRun.RUN;
import static io.promo.cli.SpringSaleRun.STARTED;
import static io.promo.cli.SpringSaleRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Json;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
                        "2026-05-01  START  run " + RUN,
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

        var result = cli.onTerminal(160).run("watch", RUN);

        assertThat(bar(result))
                .isEqualTo("Spring sale 2026-05-01  [############------------]  RUNNING  50%  640/s  ETA 1 min 15 s"
                        + "  500/1,000  2 workers  partitions 1/2  610/s on average");
        assertThat(result.out()).endsWith("COMPLETED  1,000 of 1,000 delivered, 1,000 new, in 16 s\n");
    }

    @Test
    void shouldShowTheShareOfPartitionsUntilTheAudienceIsCounted() {
        services.on("GET " + PATH, 200, run("RUNNING", 500).replace("\"eligible\":1000", "\"eligible\":null"))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        assertThat(bar(cli.onTerminal(160).run("watch", RUN)))
                .startsWith("Spring sale 2026-05-01  [############------------]  RUNNING  50%  640/s")
                .contains("  500 rows  ");
    }

    @ParameterizedTest
    @CsvSource({
        "100,Spring sale 2026-05-01  [##----]  RUNNING",
        "90,Spring sale 2026-05-01  RUNNING",
        "84,Spri… 2026-05-01  RUNNING",
        "80,2026-05-01  RUNNING",
        "70,RUNNING",
        "40,RUNNING"
    })
    void shouldFitTheBarIntoTheTerminal(int columns, String head) {
        String running = run("RUNNING", 38_000)
                .replace("\"eligible\":1000", "\"eligible\":99021")
                .replace("\"rateNow\":640", "\"rateNow\":117000");
        services.on("GET " + PATH, 200, running).on("GET " + PATH, 200, run("COMPLETED", 1000));

        String bar = bar(cli.onTerminal(columns).run("watch", RUN));

        assertThat(bar.length()).isLessThan(columns);
        assertThat(bar).startsWith(head).contains("RUNNING  38%  117,000/s");
    }

    @ParameterizedTest
    @CsvSource({"0,100,99", "0,,79", "0,wide,79", "90,100,89"})
    void shouldAskTheTerminalThenColumnsThenTake80(int terminal, String variable, int most) {
        services.on(
                        "GET " + PATH,
                        200,
                        run("RUNNING", 500)
                                .replace(
                                        "Spring sale",
                                        "Spring sale for all who like the garden, and for their friends"))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));
        if (variable != null) {
            cli.set("COLUMNS", variable);
        }

        String bar = bar(cli.onTerminal(terminal).run("watch", RUN));

        assertThat(bar)
                .contains("…", "ETA 1 min 15 s", "2 workers")
                .hasSizeLessThanOrEqualTo(most)
                .hasSizeGreaterThan(most - 12);
    }

    @Test
    void shouldSayThatADateWasCompletedBefore() {
        services.on("POST /dispatch/runs", 200, STARTED.replace("START", "EXISTS"))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        for (String[] command : new String[][] {{"dispatch", EVENT, "--wait"}, {"dispatch", EVENT}}) {
            var result = cli.run(command);

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.lines())
                    .last()
                    .isEqualTo("Spring sale 2026-05-01 was COMPLETED at 2026-05-01 07:00:18Z: 1,000 of 1,000 delivered."
                            + " Nothing was started.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STOPPED,promo restart RUN lets it go on.",
        "MISSED,promo backfill sends the date.",
        "FAILED,promo restart RUN lets it go on."
    })
    void shouldSayThatARunEndedUncompletedBefore(String state, String remedy) {
        services.on("POST /dispatch/runs", 200, STARTED.replace("START", "EXISTS"))
                .on("GET " + PATH, 200, run(state, 400));

        var result = cli.run("dispatch", EVENT, "--wait");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("was " + state + " at", "Nothing was started; " + remedy.replace("RUN", RUN));
    }

    @Test
    void shouldFollowARunThatIsUnderWayAlready() {
        services.on("POST /dispatch/runs", 200, STARTED.replace("START", "EXISTS"))
                .on("GET " + PATH, 200, run("RUNNING", 500))
                .on("GET " + PATH, 200, run("COMPLETED", 1000));

        assertThat(cli.run("dispatch", EVENT, "--wait").lines())
                .last()
                .isEqualTo("Spring sale 2026-05-01  COMPLETED  1,000 of 1,000 delivered, 1,000 new, in 16 s");
    }

    @Test
    void shouldSayThatTheRunGoesOnWhenTheWatchingIsEnded() throws Exception {
        services.on("GET " + PATH, 200, run("RUNNING", 500));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.promo.cli.Main",
                "watch",
                RUN);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PROMO_DISPATCH_URL", services.url("/dispatch"));
        builder.environment().put("PROMO_TOKEN", "given-token");
        Process watching = builder.start();
        watching.inputReader().readLine();

        watching.toHandle().destroy();

        assertThat(watching.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(watching.exitValue()).isEqualTo(143);
        assertThat(new String(watching.getErrorStream().readAllBytes()))
                .isEqualTo("The run goes on; promo watch " + RUN + " follows it again.\n");
    }

    /** What a terminal would show first. */
    private static String bar(Cli.Result result) {
        return result.out().split("\r")[1].replace("\u001b[K", "");
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
