package io.promo.cli;

import static io.promo.cli.SpringSale.DRAFT;
import static io.promo.cli.SpringSale.EVENT;
import static io.promo.cli.SpringSale.ID;
import static io.promo.cli.SpringSale.PATH;
import static io.promo.cli.SpringSale.TAG;
import static io.promo.cli.SpringSale.dates;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @RegisterExtension
    final Services services = new Services();

    @TempDir
    Path home;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = Cli.of(home, services);
        services.on("GET " + PATH, 200, DRAFT, TAG);
    }

    @Test
    void shouldSayWhatPublishingWouldComeTo() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        services.on("POST " + PATH + "/publish", 200, DRAFT)
                .on(
                        "POST /calendar/events/preview",
                        200,
                        dates(today.minusDays(3), today.plusDays(1), today.plusDays(2)))
                .on("POST /dispatch/audience/estimate", 200, "{\"eligible\":1000,\"excluded\":[],\"total\":1500}");

        var table = cli.run("publish", ID, "--dry-run");
        var json = cli.run("publish", ID, "--dry-run", "-o", "json").json();

        assertThat(table.lines())
                .containsExactly(
                        "Would publish \"Spring sale\": 2 dates to come, for segment vip or new and country DE.",
                        "Now 1,000 customers a date, 2,000 messages in all. Nothing was changed.");
        assertThat(json.path("messages").asLong()).isEqualTo(2000);
        assertThat(json.path("dates")).hasSize(2);
        assertThat(services.asked("POST /dispatch/audience/estimate").get(0).json())
                .isEqualTo(Json.object().set("audience", Json.parse(DRAFT).path("audience")));
        assertThat(services.asked("POST " + PATH))
                .extracting(Services.Asked::uri)
                .containsOnly(PATH.substring(PATH.indexOf('/')) + "/publish?dryRun=true");
    }

    @Test
    void shouldCountADateForAsLongAsItsRunMayStart() {
        Instant now = Instant.now();
        services.on("POST " + PATH + "/publish", 200, DRAFT)
                .on("POST /calendar/events/preview", 200, """
                        {"dates":[{"date":"%1$s","dueAt":"%2$s","missedAfter":"%3$s"},
                                  {"date":"%1$s","dueAt":"%2$s","missedAfter":"%3$s"},
                                  {"date":"%1$s","dueAt":"%2$s","missedAfter":"%4$s"},
                                  {"date":"%5$s","dueAt":"%2$s","missedAfter":"%4$s"}]}""".formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                now.minusSeconds(7_200),
                                now.minusSeconds(60),
                                now.plusSeconds(3_600),
                                LocalDate.now(ZoneOffset.UTC).minusDays(2)))
                .on("POST /dispatch/audience/estimate", 200, "{\"eligible\":1000,\"excluded\":[],\"total\":1500}");

        assertThat(cli.run("publish", ID, "--dry-run").lines().get(0)).contains(": 2 dates to come");
    }

    @Test
    void shouldSayWhichDateIsSentAtOnce() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        services.on("POST " + PATH + "/publish", 200, DRAFT.replace("\"DRAFT\"", "\"PUBLISHED\""))
                .on("POST /calendar/events/preview", 200, """
                        {"dates":[{"date":"2026-11-29","dueAt":"%1$s","missedAfter":"%1$s"},
                                  {"date":"2026-11-30","dueAt":"%1$s","missedAfter":"%2$s"},
                                  {"date":"2026-12-01","dueAt":"%2$s","missedAfter":"%2$s"}]}""".formatted(
                                now.minusSeconds(7_200), now.plusSeconds(3_600)))
                .on("POST /dispatch/audience/estimate", 200, "{\"eligible\":99021,\"excluded\":[],\"total\":100000}");
        String due = "2026-11-30 was due at "
                + Figures.instant(now.minusSeconds(7_200).toString()) + " and is sent at once";

        assertThat(cli.run("publish", ID, "--dry-run").lines()).hasSize(3).contains(due + ", to 99,021 customers.");
        assertThat(cli.run("publish", ID).lines()).first().isEqualTo(due + ".");
        assertThat(cli.run("publish", ID, "-o", "json").json().path("status").asString())
                .isEqualTo("PUBLISHED");
    }

    @Test
    void shouldPublishThoughNobodyCanSayWhatIsDue() {
        services.on("POST " + PATH + "/publish", 200, DRAFT).on("POST /calendar/events/preview", 503, "{}");

        var result = cli.run("publish", ID);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Spring sale").doesNotContain("at once");
    }

    @Test
    void shouldSayWhatCancellingWouldComeTo() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        services.on(
                        "GET /calendar/events/" + ID.replace('1', '2'),
                        200,
                        EVENT.formatted(ID, "2999-05-07T16:00:00Z", "PUBLISHED"),
                        TAG)
                .on("POST " + PATH + "/cancel", 200, DRAFT)
                .on("POST /calendar/events/preview", 200, dates(tomorrow, tomorrow.plusDays(1)))
                .on(
                        "GET /dispatch/runs",
                        200,
                        "{\"items\":[{\"state\":\"RUNNING\"},{\"state\":\"COMPLETED\",\"dispatchDate\":\"" + tomorrow
                                + "\"}]}");

        var result = cli.run("cancel", ID.replace('1', '2'), "--dry-run");

        assertThat(result.out())
                .startsWith("Would cancel \"Spring sale\": 1 run under way")
                .contains("1 date to come");
    }

    @Test
    void shouldPromiseNothingThatTheUserMayNotDo() {
        services.on("POST " + PATH + "/publish", 403, "{\"detail\":\"Your role does not allow this\"}")
                .on("DELETE " + PATH, 403, "{\"detail\":\"Your role does not allow this\"}");

        for (String command : new String[] {"publish", "delete"}) {
            var result = cli.run(command, ID, "--dry-run");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("Your role does not allow this");
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void shouldRefuseInARehearsalWhatWouldBeRefused() {
        var result = cli.run("cancel", ID, "--dry-run");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("the event is DRAFT, not PUBLISHED");
    }
}
