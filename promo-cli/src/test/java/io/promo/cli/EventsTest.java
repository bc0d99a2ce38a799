package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {

    private static final String ID = "00000000-0000-7000-8000-000000000001";
    private static final String PATH = "/calendar/events/" + ID;
    private static final String EVENT = """
            {"eventId":"%s","title":"Spring sale","description":"","promotionPackage":{"kind":"MESSAGE","link":null,
             "defaultLocale":"en","content":{"en":{"subject":"Hello {{name}}","body":"20%% off\\nuntil {{endDate}}"}}},
             "audience":{"segments":["vip","new"],"countries":["DE"],"locales":[]},
             "startDatetime":"2026-05-01T07:00:00Z","endDatetime":"%s","timeZone":"Europe/Berlin",
             "dispatchTime":null,"maxRate":50000,"status":"%s","version":3,"createdBy":"admin",
             "createdAt":"2026-04-01T08:00:00Z","updatedBy":"admin","updatedAt":"2026-04-02T08:00:00Z"}""";
    private static final String DRAFT = EVENT.formatted(ID, "2999-05-07T16:00:00Z", "DRAFT");
    private static final Map<String, String> TAG = Map.of("ETag", "\"3\"");

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

    @Test
    void shouldNotSendAnEditThatChangesNothing() {
        assertThat(cli.run("edit", ID, "--title", "Spring sale").exitCode()).isEqualTo(2);
        assertThat(services.asked("PUT")).isEmpty();
    }

    @Test
    void shouldSayWhatPublishingWouldComeTo() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        services.on(
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
        assertThat(services.asked("POST " + PATH)).isEmpty();
    }

    @Test
    void shouldSayWhatCancellingWouldComeTo() {
        services.on(
                        "GET /calendar/events/" + ID.replace('1', '2'),
                        200,
                        EVENT.formatted(ID, "2999-05-07T16:00:00Z", "PUBLISHED"),
                        TAG)
                .on(
                        "POST /calendar/events/preview",
                        200,
                        dates(LocalDate.now(ZoneOffset.UTC).plusDays(1)))
                .on("GET /dispatch/runs", 200, "{\"items\":[{\"state\":\"RUNNING\"},{\"state\":\"COMPLETED\"}]}");

        var result = cli.run("cancel", ID.replace('1', '2'), "--dry-run");

        assertThat(result.out())
                .startsWith("Would cancel \"Spring sale\": 1 runs under way")
                .contains("1 date to come");
    }

    @Test
    void shouldRefuseInARehearsalWhatWouldBeRefused() {
        var result = cli.run("cancel", ID, "--dry-run");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("the event is DRAFT, not PUBLISHED");
    }

    @Test
    void shouldDeleteTheVersionSeen() {
        services.on("DELETE " + PATH, 204, "");

        assertThat(cli.run("delete", ID, "--dry-run").out()).contains("Would delete the draft");
        assertThat(services.asked("DELETE")).isEmpty();
        assertThat(cli.run("delete", ID, "-o", "json").json().path("deleted").asBoolean())
                .isTrue();
        assertThat(services.only("DELETE " + PATH).headers()).containsEntry("if-match", "\"3\"");
    }

    @Test
    void shouldListAcrossPages() {
        services.on("GET /calendar/events", 200, page(100, "\"next\""))
                .on("GET /calendar/events", 200, page(20, "\"more\""));

        var result = cli.run("list", "--limit", "120", "--status", "draft,published", "--text", "sale & more");

        assertThat(result.lines()).hasSize(122).last().asString().startsWith("There are more");
        assertThat(services.asked("GET /calendar/events?"))
                .extracting(Services.Asked::uri)
                .containsExactly(
                        "/calendar/events?status=DRAFT%2CPUBLISHED&q=sale+%26+more&limit=100",
                        "/calendar/events?status=DRAFT%2CPUBLISHED&q=sale+%26+more&cursor=next&limit=20");
    }

    @Test
    void shouldPrintExactlyOneJsonDocument() {
        services.on("GET /calendar/events", 200, page(2, "null"));

        var result = cli.onTerminal().run("list", "-o", "json");

        assertThat(result.json().path("items")).hasSize(2);
        assertThat(result.json().path("hasMore").asBoolean(true)).isFalse();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void shouldColourOnATerminalOnlyAndNotAgainstTheUsersWill() {
        services.on("GET /calendar/events", 200, page(1, "null"));

        assertThat(cli.run("list").out()).doesNotContain("\u001b");
        assertThat(cli.onTerminal().run("list").out()).contains("\u001b[1m");
        assertThat(cli.set("NO_COLOR", "1").run("list").out()).doesNotContain("\u001b");
    }

    @Test
    void shouldShowHistoryAndPreview() {
        services.on("GET " + PATH + "/history", 200, """
                        {"items":[{"at":"2026-04-01T08:00:00Z","actor":"admin","action":"EDIT","fromStatus":"DRAFT",
                          "toStatus":"DRAFT","version":2,"changes":{"title":{"from":"a","to":"b"}}}]}""")
                .on("POST /calendar/events/preview", 200, dates(LocalDate.parse("2026-05-01")));

        assertThat(cli.run("history", ID).lines().get(1))
                .isEqualTo("2026-04-01 08:00:00Z  admin  EDIT  DRAFT  DRAFT  2        title");
        assertThat(cli.run("preview", ID, "--name", "Ben").lines())
                .containsExactly("Hello", "  Body", "", "2026-05-01  due 2026-05-01 07:00:00Z");
        assertThat(services.only("POST /calendar/events/preview")
                        .json()
                        .path("sample")
                        .path("name")
                        .asString())
                .isEqualTo("Ben");
    }

    private static String dates(LocalDate... dates) {
        var preview = Json.object().put("subject", "Hello").put("body", "Body").putNull("link");
        var array = preview.putArray("dates");
        for (LocalDate date : dates) {
            array.addObject()
                    .put("date", date.toString())
                    .put("dueAt", date.atTime(7, 0).toInstant(ZoneOffset.UTC).toString());
        }
        return preview.toString();
    }

    private static String page(int size, String cursor) {
        var items = Json.array();
        for (int i = 0; i < size; i++) {
            items.add(Json.parse(EVENT.formatted(ID, Instant.EPOCH, "DRAFT")));
        }
        return "{\"items\":" + items + ",\"nextCursor\":" + cursor + ",\"hasMore\":" + !cursor.equals("null") + "}";
    }
}
