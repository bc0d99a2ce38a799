package io.promo.cli;

import static io.promo.cli.SpringSale.DRAFT;
import static io.promo.cli.SpringSale.ID;
import static io.promo.cli.SpringSale.PATH;
import static io.promo.cli.SpringSale.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"\u0663", "+5", "0x10", " 5", "1e3"})
    void shouldRefuseARateThatIsNoPlainNumber(String rate) {
        var result = cli.run("edit", ID, "--max-rate", rate);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--max-rate is no number: " + rate);
    }

    @Test
    void shouldMakeAnEventFromFlags() {
        services.on("POST /calendar/events", 201, DRAFT, TAG);

        var result = cli.run(
                "create",
                "--title",
                "Spring sale",
                "--start",
                "2026-05-01T09:00",
                "--end",
                "2026-05-07T18:00+02:00",
                "--zone",
                "Europe/Berlin",
                "--dispatch-time",
                "09:30",
                "--max-rate",
                "50000",
                "--link",
                "https://shop.example",
                "--locale",
                "en",
                "--subject",
                "@all: 20% = less",
                "--body",
                "Hi",
                "--subject",
                "de=Hallo",
                "--body",
                "de=Na=ja",
                "--segment",
                "vip,new",
                "--country",
                "DE");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Spring sale", "segment vip or new and country DE", "2026-05-01 09:00", "Europe/Berlin");
        assertThat(services.only("POST /calendar/events").headers()).containsKey("idempotency-key");
        assertThat(services.only("POST /calendar/events").json()).isEqualTo(Json.parse("""
                                {"timeZone":"Europe/Berlin","title":"Spring sale","dispatchTime":"09:30",
                                 "startDatetime":"2026-05-01T07:00:00Z","endDatetime":"2026-05-07T16:00:00Z","maxRate":50000,
                                 "promotionPackage":{"kind":"MESSAGE","link":"https://shop.example","defaultLocale":"en","content":{
                                   "en":{"subject":"@all: 20% = less","body":"Hi"},"de":{"subject":"Hallo","body":"Na=ja"}}},
                                 "audience":{"segments":["vip","new"],"countries":["DE"]}}"""));
    }

    @Test
    void shouldMakeAnEventFromWhatShowPrints() {
        services.on("POST /calendar/events", 201, DRAFT, TAG);
        String shown = cli.run("show", ID, "-o", "json").out();

        assertThat(cli.input(shown)
                        .run("create", "--file", "-", "--title", "Again")
                        .exitCode())
                .isZero();

        assertThat(services.only("POST /calendar/events").json().propertyNames())
                .contains("title", "promotionPackage")
                .doesNotContain("eventId", "status", "version", "createdBy");
        assertThat(services.only("POST /calendar/events").json().path("title").asString())
                .isEqualTo("Again");
    }

    @Test
    void shouldUseTheKeyThatIsGiven() {
        services.on("POST " + PATH + "/copy", 201, DRAFT, TAG);

        cli.run("copy", ID, "--idempotency-key", "today");

        assertThat(services.only("POST " + PATH).headers()).containsEntry("idempotency-key", "today");
    }

    @Test
    void shouldAskAgainWithTheSameKeyWhenTheAnswerIsLost() {
        services.on("POST " + PATH + "/publish", Services.LOST, "").on("POST " + PATH + "/publish", 200, DRAFT, TAG);

        assertThat(cli.run("publish", ID).exitCode()).isZero();

        assertThat(services.asked("POST " + PATH)).hasSize(2);
        assertThat(services.asked("POST " + PATH).stream()
                        .map(it -> it.headers().get("idempotency-key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void shouldNotAskAgainForWhatMightBeDoneTwice() {
        services.on("DELETE " + PATH, Services.LOST, "");

        assertThat(cli.run("delete", ID).exitCode()).isEqualTo(1);

        assertThat(services.asked("DELETE")).hasSize(1);
    }

    @Test
    void shouldChangeOnlyWhatIsGivenOfTheVersionSeen() {
        services.on("PUT " + PATH, 200, DRAFT, TAG);

        var result = cli.run("edit", ID, "--end", "2026-05-08T18:00", "--max-rate", "none", "--everyone");

        assertThat(result.exitCode()).as(result.err()).isZero();
        var put = services.only("PUT " + PATH);
        assertThat(put.headers()).containsEntry("if-match", "\"3\"");
        assertThat(put.json().path("endDatetime").asString()).isEqualTo("2026-05-08T16:00:00Z");
        assertThat(put.json().path("startDatetime").asString()).isEqualTo("2026-05-01T07:00:00Z");
        assertThat(put.json().path("maxRate").isNull()).isTrue();
        assertThat(put.json().has("audience")).isFalse();
        assertThat(put.json().path("promotionPackage"))
                .isEqualTo(Json.parse(DRAFT).path("promotionPackage"));
    }

    @Test
    void shouldMeanTheVersionOfTheFile() throws IOException {
        services.on(
                "PUT " + PATH, 412, "{\"title\":\"Precondition failed\",\"detail\":\"The event is at version 3.\"}");
        Path file = Files.writeString(home.resolve("event.json"), "{\"version\":2,\"title\":\"Older\"}");

        var result = cli.run("edit", ID, "--file", file.toString());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).isEqualTo("""
                        promo: calendar-api: The event is at version 3.
                        Somebody changed it meanwhile: look at it with promo show EVENT, then ask again.
                        """);
        assertThat(services.only("PUT " + PATH).headers()).containsEntry("if-match", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--title=Spring sale",
                "--max-rate=50000",
                "--segment=vip,new",
                "--start=2026-05-01T09:00",
                "--locale=en"
            })
    void shouldSayThatAnEventIsSoAlready(String option) {
        var result = cli.run("edit", ID, option);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.lines()).first().isEqualTo("It is so already; nothing was changed.");
        assertThat(cli.run("edit", ID, option, "-o", "json").json()).isEqualTo(Json.parse(DRAFT));
        assertThat(services.asked("PUT")).isEmpty();
    }

    @Test
    void shouldAskWhatToChange() {
        for (String[] command : new String[][] {{"edit", ID}, {"edit", ID, "--yes"}, {"edit", ID, "--dry-run"}}) {
            var result = cli.run(command);
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("There is nothing to change");
        }
        assertThat(services.asked("PUT")).isEmpty();
    }

    @Test
    void shouldSayWhomNewTextsAreFor() {
        String none =
                "\"dates\":{\"added\":[],\"removed\":[],\"moved\":[],\"twiceWithin24Hours\":[],\"needsConfirmation\":false}";
        services.on("PUT " + PATH, 200, DRAFT.replaceFirst("\\{", "{" + none + ","), TAG);

        assertThat(cli.run("edit", ID, "--body", "New", "--dry-run").lines())
                .containsExactly(
                        "It changes no date.",
                        "The new text is for messages of dates whose run has not begun; those already sent keep theirs.",
                        "Nothing was changed.");
        assertThat(cli.run("edit", ID, "--title", "Winter sale", "--dry-run").lines())
                .containsExactly("It changes no date.", "Nothing was changed.");
    }

    @Test
    void shouldDeleteTheVersionSeen() {
        services.on("DELETE " + PATH, 204, "");

        assertThat(cli.run("delete", ID, "--dry-run").out()).contains("Would delete the draft");
        assertThat(services.only("DELETE " + PATH).uri()).endsWith("?dryRun=true");
        assertThat(cli.run("delete", ID, "-o", "json").json().path("deleted").asBoolean())
                .isTrue();
        assertThat(services.asked("DELETE " + PATH)).hasSize(2);
        assertThat(services.asked("DELETE " + PATH).get(1).uri()).doesNotContain("dryRun");
        assertThat(services.asked("DELETE " + PATH).get(1).headers()).containsEntry("if-match", "\"3\"");
    }

    @Test
    void shouldTellWhatAnEditDoesToTheDatesAndWantAYes() {
        String dates = """
                "dates":{"added":[],"removed":[{"date":"2026-12-09","dueAt":"2026-12-09T13:00:00Z","sent":"WHEN_DUE"}],
                 "moved":[{"date":"2026-12-03","dueAt":"2026-12-02T13:00:00Z","sent":"AT_ONCE"}],
                 "twiceWithin24Hours":[{"first":{"date":"2026-12-02","at":"2026-12-02T13:00:00Z"},
                   "second":{"date":"2026-12-03","at":"2026-12-02T13:05:00Z"}}],"needsConfirmation":true}""";
        services.on(
                        "PUT " + PATH,
                        409,
                        "{\"type\":\"urn:promo:problem:needs-confirmation\",\"detail\":\"?\"," + dates + "}")
                .on("PUT " + PATH, 200, DRAFT.replaceFirst("\\{", "{" + dates + ","), TAG);

        var refused = cli.run("edit", ID, "--zone", "Pacific/Auckland");
        var rehearsed = cli.run("edit", ID, "--zone", "Pacific/Auckland", "--dry-run");
        var done = cli.run("edit", ID, "--zone", "Pacific/Auckland", "--yes");

        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err())
                .contains(
                        "takes away 2026-12-09, due 2026-12-09 13:00:00Z",
                        "moves 2026-12-03, due 2026-12-02 13:00:00Z, which is sent at once",
                        "two messages within 24 hours: of 2026-12-02 at 2026-12-02 13:00:00Z and of 2026-12-03",
                        "--yes");
        assertThat(rehearsed.exitCode()).isZero();
        assertThat(rehearsed.out()).contains("sent at once", "two messages within 24 hours", "Nothing was changed.");
        assertThat(rehearsed.lines())
                .contains(
                        "Without --yes it is refused: customers would get two messages within 24 hours, a date would be sent at once.");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(services.asked("PUT " + PATH))
                .extracting(asked -> asked.uri().replaceAll(".*/", ""))
                .containsExactly(ID, ID + "?dryRun=true", ID + "?confirm=true");
    }
}
