package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {

    private static final String RUN = "00000000-0000-7000-8000-0000000000aa";
    private static final String EVENT = "00000000-0000-7000-8000-000000000001";
    private static final String PATH = "/dispatch/runs/" + RUN;
    private static final String STARTED = """
            {"items":[{"eventId":"%s","date":"2026-05-01","generation":0,"action":"START","reason":null,"runId":"%s","eligible":null}]}""".formatted(EVENT, RUN);

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
                        "Spring sale 2026-05-01  RUNNING  50%  500/1,000  1/2 partitions  640/s now, 610/s on average  ETA 1 min 15 s  2 workers",
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

    @Test
    void shouldNotFindARunThatIsNone() {
        assertThat(cli.run("watch", RUN).exitCode()).isEqualTo(3);
        assertThat(cli.run("runs", RUN).exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "stop", "restart"})
    void shouldChangeWhatIsWantedOfARun(String command) {
        services.on("POST " + PATH + "/" + command, 200, run("RUNNING", 500));

        assertThat(cli.run(command, RUN).out())
                .contains("WANTED            RUNNING")
                .contains("1/2 partitions");
    }

    @Test
    void shouldSayWhatWouldBeStopped() {
        services.on("GET /dispatch/runs", 200, "{\"items\":[" + run("RUNNING", 500) + "]}");

        var result = cli.run("stop", "--all", "--dry-run");

        assertThat(result.lines()).hasSize(5).last().isEqualTo("Would be stopped. Nothing was changed.");
        assertThat(services.asked("GET /dispatch/runs"))
                .extracting(Services.Asked::uri)
                .containsExactly(
                        "/dispatch/runs?state=DUE&limit=100",
                        "/dispatch/runs?state=RUNNING&limit=100",
                        "/dispatch/runs?state=PAUSED&limit=100");
        assertThat(services.asked("POST")).isEmpty();
    }

    @Test
    void shouldBackfill() {
        services.on("POST /dispatch/backfills", 200, STARTED);

        var result =
                cli.run("backfill", EVENT, "--from", "2026-05-01", "--to", "2026-05-03", "--mode", "all", "--dry-run");

        assertThat(result.lines())
                .containsExactly(
                        "DATE        ACTION  GEN  RUN                                   EVENT                                 ELIGIBLE  REASON",
                        "2026-05-01  START     0  " + RUN + "  " + EVENT + "         -  -",
                        "Nothing was changed.");
        assertThat(services.only("POST /dispatch/backfills").json())
                .isEqualTo(
                        Json.parse(
                                "{\"eventId\":\"" + EVENT
                                        + "\",\"from\":\"2026-05-01\",\"to\":\"2026-05-03\",\"mode\":\"all\",\"afterEnd\":false,\"dryRun\":true}"));
    }

    @Test
    void shouldExplainFromBothSides() {
        services.on("GET /dispatch/explain", 200, """
                        {"items":[{"date":"2026-05-01","outcome":"ELIGIBLE_DISPATCHED","detail":"eligible"},
                                  {"date":"2026-05-02","outcome":"UNSUBSCRIBED","detail":"the customer had unsubscribed"},
                                  {"date":"2026-05-03","outcome":"ELIGIBLE_DISPATCHED","detail":"eligible"}]}""").on("GET /inbox/admin/deliveries", 200, """
                        {"items":[{"messageId":"00000000-0000-8000-8000-000000000009","dispatchDate":"2026-05-01",
                          "createdAt":"2026-05-01T07:00:12Z","read":true,"readAt":"2026-05-01T08:00:00Z"}]}""");

        var result = cli.run("explain", "--user", "00000000-0000-4000-8000-000000000001", "--event", EVENT);

        assertThat(result.lines())
                .hasSize(4)
                .contains(
                        "2026-05-01  DELIVERED            delivered 2026-05-01 07:00:12Z, read 2026-05-01 08:00:00Z",
                        "2026-05-02  UNSUBSCRIBED         the customer had unsubscribed")
                .last()
                .asString()
                .contains("2026-05-03  ELIGIBLE_DISPATCHED  eligible, but the inbox has no message of it");
        assertThat(cli.run(
                                "explain",
                                "--user",
                                "00000000-0000-4000-8000-000000000001",
                                "--event",
                                EVENT,
                                "--date",
                                "2026-05-01",
                                "-o",
                                "json")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void shouldListPartitionsScheduleAndWorkers() {
        services.on(
                        "GET " + PATH + "/partitions",
                        200,
                        "{\"items\":[{\"partitionNo\":3,\"state\":\"DONE\",\"delivered\":50000}]}")
                .on(
                        "GET /dispatch/schedule",
                        200,
                        "{\"items\":[{\"eventId\":\"" + EVENT
                                + "\",\"status\":\"PUBLISHED\",\"title\":\"Spring sale\",\"nextDate\":null,\"nextDueAt\":null}],\"hasMore\":false}")
                .on("GET /dispatch/workers", 200, "{\"items\":[{\"role\":\"WORKER\",\"alive\":false,\"pid\":4711}]}")
                .on("POST /dispatch/test-send", 200, "{\"messageId\":\"m\",\"subject\":\"[Test] Hello\"}");

        assertThat(cli.run("runs", RUN, "--partitions").out()).contains("50,000");
        assertThat(cli.run("schedule").out()).contains("PUBLISHED").contains("Spring sale");
        assertThat(cli.run("workers").out()).contains("4711").contains("no");
        assertThat(cli.run("test-send", EVENT, "--user", EVENT).out()).contains("[Test] Hello");
    }

    private static String run(String state, long delivered) {
        return """
                {"runId":"%s","eventId":"%s","title":"Spring sale","dispatchDate":"2026-05-01","generation":0,"state":"%s",
                 "desired":"RUNNING","reason":null,"eventVersion":1,"audienceAt":"2026-05-01T07:00:00Z","dueAt":"2026-05-01T07:00:00Z",
                 "maxRate":null,"attempt":1,"requestedBy":"trigger","requestedAt":"2026-05-01T07:00:00Z",
                 "startedAt":"2026-05-01T07:00:02Z","endedAt":%s,"eligible":1000,"delivered":%d,"inserted":%d,
                 "partitions":{"total":2,"queued":0,"running":1,"done":1,"failed":0},"chunksReplayed":0,"rateNow":640,
                 "rateAverage":610,"etaSeconds":75,"workersAlive":2,"stalledSeconds":2}""".formatted(
                RUN, EVENT, state, state.equals("RUNNING") ? "null" : "\"2026-05-01T07:00:18Z\"", delivered, delivered);
    }
}
