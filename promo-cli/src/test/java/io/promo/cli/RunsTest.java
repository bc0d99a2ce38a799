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
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {

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
    void shouldNotFindARunThatIsNone() {
        assertThat(cli.run("watch", RUN).exitCode()).isEqualTo(3);
        assertThat(cli.run("runs", RUN).exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "pause,PAUSED,Pausing: workers stop at their next chunk; promo resume RUN lets it go on.",
        "resume,RUNNING,Resumed: it goes on with what is unfinished.",
        "stop,STOPPED,Stopping: workers end at their next chunk; promo restart RUN lets it go on.",
        "restart,RUNNING,Restarted: it goes on with what is unfinished."
    })
    void shouldChangeWhatIsWantedOfARun(String command, String desired, String first) {
        services.on("GET " + PATH, 200, run("RUNNING", 500))
                .on("POST " + PATH + "/" + command, 200, wanted(desired, run("RUNNING", 500)));

        var result = cli.run(command, RUN);

        assertThat(result.lines()).first().isEqualTo(first.replace("RUN ", RUN + " "));
        assertThat(result.out())
                .contains("WANTED            " + desired)
                .contains("PARTITIONS        1/2")
                .contains("MAX RATE          unlimited");
        assertThat(cli.run(command, RUN, "-o", "json").json()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "pause,PAUSED,PAUSED,It is PAUSED already; nothing was changed.",
        "pause,RUNNING,PAUSED,It is being PAUSED already; nothing was changed.",
        "stop,STOPPED,STOPPED,It is STOPPED already; nothing was changed.",
        "stop,RUNNING,STOPPED,It is being STOPPED already; nothing was changed."
    })
    void shouldSayThatARunIsSoAlready(String command, String state, String desired, String first) {
        services.on("GET " + PATH, 200, wanted(desired, run(state, 500)))
                .on("POST " + PATH + "/" + command, 200, wanted(desired, run(state, 500)));

        assertThat(cli.run(command, RUN).lines()).first().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"pause,PAUSED,Paused; promo resume", "stop,STOPPED,Stopped; promo restart"})
    void shouldSayThatARunNobodyDroveIsSoAtOnce(String command, String state, String first) {
        services.on("GET " + PATH, 200, run("DUE", 0))
                .on("POST " + PATH + "/" + command, 200, wanted(state, run(state, 0)));

        assertThat(cli.run(command, RUN).lines()).first().asString().startsWith(first);
    }

    @Test
    void shouldShowTheMostARunMaySend() {
        services.on("GET " + PATH, 200, run("RUNNING", 500).replace("\"maxRate\":null", "\"maxRate\":50000"));

        assertThat(cli.run("runs", RUN).out()).contains("MAX RATE          50,000 rows/s");
    }

    private static String wanted(String desired, String run) {
        return run.replace("\"desired\":\"RUNNING\"", "\"desired\":\"" + desired + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "restart"})
    void shouldGoOnAfterTheEndOnlyWhereThatIsSaid(String command) {
        services.on("POST " + PATH + "/" + command, 200, run("RUNNING", 500));

        cli.run(command, RUN);
        cli.run(command, RUN, "--after-end");

        assertThat(services.asked("POST " + PATH + "/" + command))
                .extracting(asked -> asked.json().path("afterEnd").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void shouldCountWhoHasUnsubscribedAsHandled() {
        services.on("GET " + PATH, 200, run("COMPLETED", 950).replace("\"unsubscribed\":0", "\"unsubscribed\":50"));

        assertThat(cli.run("runs", RUN).out()).contains("UNSUBSCRIBED      50");
        assertThat(cli.run("watch", RUN).out()).contains(", 50 had unsubscribed");
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
    void shouldStopNothingWhereNothingRuns() {
        services.on("GET /dispatch/runs", 200, "{\"items\":[]}");

        assertThat(cli.run("stop", "--all", "--dry-run").out()).isEqualTo("There is no run to stop.\n");
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
                        {"userId":"00000000-0000-4000-8000-000000000001","items":[{"date":"2026-05-01","outcome":"ELIGIBLE_DISPATCHED","detail":"eligible, and run 7 has passed by"},
                                  {"date":"2026-05-02","outcome":"UNSUBSCRIBED","detail":"the customer had unsubscribed"},
                                  {"date":"2026-05-03","outcome":"ELIGIBLE_DISPATCHED","detail":"eligible"}]}""")
                .on("GET /inbox/admin/deliveries", 200, """
                        {"items":[{"messageId":"00000000-0000-8000-8000-000000000009","dispatchDate":"2026-05-01",
                          "createdAt":"2026-05-01T07:00:12Z","read":true,"readAt":"2026-05-01T08:00:00Z"}]}""")
                .on("GET " + SpringSale.PATH, 200, SpringSale.DRAFT);

        var result = cli.run("explain", "--user", "00000000-0000-4000-8000-000000000001", "--event", EVENT);

        assertThat(result.lines())
                .hasSize(5)
                .contains(
                        "\"Spring sale\" is now for segment vip or new and country DE.",
                        "2026-05-01  DELIVERED            delivered 2026-05-01 07:00:12Z, read 2026-05-01 08:00:00Z; dispatch: eligible, and run 7 has passed by",
                        "2026-05-02  UNSUBSCRIBED         the customer had unsubscribed")
                .last()
                .asString()
                .contains("2026-05-03  ELIGIBLE_DISPATCHED  eligible, but the inbox has no message of it");
        assertThat(cli.run(
                                "explain",
                                "--user",
                                "anna+x@example.org",
                                "--event",
                                EVENT,
                                "--date",
                                "2026-05-01",
                                "-o",
                                "json")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(services.asked("GET /dispatch/explain").get(1).uri()).contains("user=anna%2Bx%40example.org&");
        assertThat(services.asked("GET /inbox/admin/deliveries").get(1).uri())
                .contains("user=00000000-0000-4000-8000-000000000001&");
        assertThat(cli.run("explain", "--user", "anna", "--event", EVENT).exitCode())
                .isEqualTo(2);
    }

    @Test
    void shouldSayOfAnAddressThatNobodyHasWhatDispatchSays() {
        services.on("GET /dispatch/explain", 200, """
                {"userId":null,"items":[{"date":null,"outcome":"NOT_A_CUSTOMER","detail":"no customer has the address"}]}""");

        assertThat(cli.run("explain", "--user", "x@example.org", "--event", EVENT)
                        .out())
                .contains("NOT_A_CUSTOMER");
    }

    @Test
    void shouldShowWhoDidWhatWithARunOrAnEventsRuns() {
        String actions = """
                {"items":[{"at":"2026-05-01T07:00:00Z","actor":"operator","action":"STOP","detail":null,"runId":"%s",
                  "dispatchDate":"2026-05-01","generation":0}],"truncated":false}""".formatted(RUN);
        services.on("GET /dispatch/runs/" + RUN + "/actions", 200, actions)
                .on("GET /dispatch/runs/actions", 200, actions);

        for (String[] command : new String[][] {{"runs", RUN, "--actions"}, {"runs", "--event", EVENT, "--actions"}}) {
            assertThat(cli.run(command).lines().get(1)).startsWith("2026-05-01 07:00:00Z  operator  STOP  2026-05-01");
        }
        assertThat(services.only("GET /dispatch/runs/actions").uri()).endsWith("?eventId=" + EVENT);
        assertThat(cli.run("runs", "--actions").exitCode()).isEqualTo(2);
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
                .on("GET /dispatch/workers", 200, "{\"items\":[{\"role\":\"WORKER\",\"alive\":false,\"pid\":4711}]}");

        assertThat(cli.run("runs", RUN, "--partitions").out()).contains("50,000");
        assertThat(cli.run("schedule").out()).contains("PUBLISHED").contains("Spring sale");
        assertThat(cli.run("workers").out()).contains("4711").contains("no");
    }
}
