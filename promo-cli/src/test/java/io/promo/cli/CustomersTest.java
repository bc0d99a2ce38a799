package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CustomersTest {

    private static final String USER = "00000000-0000-4000-8000-000000000001";
    private static final String MESSAGE = "019db7f4-0000-8000-8000-000000000001";

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
    void shouldImportAFileAndReportBadLines() throws IOException {
        services.on("POST /dispatch/audience/import", 200, """
                {"dryRun":false,"accepted":2,"rejected":1,"inserted":1,"updated":1,"unchanged":0,
                 "rejects":[{"line":3,"reason":"country is no code: XX1"}],"rejectsTruncated":false}""");
        Path csv = Files.writeString(home.resolve("customers.csv"), "user_id,name\n1,Zoë\n");

        var result = cli.run("audience", "import", csv.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.lines())
                .containsExactly(
                        "Accepted 2 lines: 1 new, 1 changed, 0 as before. Rejected 1.",
                        "  line 3: country is no code: XX1");
        var asked = services.only("POST /dispatch/audience/import");
        assertThat(asked.uri()).endsWith("?dryRun=false");
        assertThat(asked.headers())
                .containsEntry("content-type", "text/csv")
                .as("a long file is not sent to be refused")
                .containsEntry("expect", "100-Continue");
        assertThat(asked.body()).isEqualTo("user_id,name\n1,Zoë\n");
    }

    @Test
    void shouldFailWhenNoLineWasAccepted() {
        services.on("POST /dispatch/audience/import", 200, "{\"accepted\":0,\"rejected\":7,\"rejects\":[]}");

        var result = cli.input("nonsense").run("audience", "import", "-", "--dry-run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).startsWith("Would accept 0 lines");
        assertThat(services.only("POST").body()).isEqualTo("nonsense");
        assertThat(cli.run("audience", "import", "/nowhere.csv").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldMakeUpCustomersOrSayWhatThatWouldDo() {
        services.on("POST /dispatch/audience/generate", 200, "{\"customers\":100000}")
                .on("POST /dispatch/audience/estimate", 200, "{\"eligible\":3,\"excluded\":[],\"total\":3}");

        assertThat(cli.run("audience", "generate", "100000", "--dry-run").out())
                .startsWith("Would make up 100,000 customers beside the 3 there are");
        assertThat(cli.run("audience", "generate", "100000", "--seed", "7").out())
                .isEqualTo("There are 100,000 made-up customers.\n");
        assertThat(services.asked("POST /dispatch/audience/generate"))
                .extracting(Services.Asked::json)
                .containsExactly(
                        Json.parse("{\"count\":100000,\"seed\":0,\"dryRun\":true}"),
                        Json.parse("{\"count\":100000,\"seed\":7,\"dryRun\":false}"));
    }

    @Test
    void shouldSayThatCustomersAreMadeUpInADemonstrationOnly() {
        services.on("POST /dispatch/audience/generate", 404, "{\"title\":\"Not Found\",\"status\":404}");

        for (String[] asked : new String[][] {{"5"}, {"5", "--dry-run"}, {"5", "--seed", "3"}}) {
            var result = cli.run(Stream.concat(Stream.of("audience", "generate"), Stream.of(asked))
                    .toArray(String[]::new));
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err()).contains("makes up no customers: it is not set up as a demonstration");
        }
    }

    @Test
    void shouldSayThatADirectoryIsNoFile() {
        for (String directory : new String[] {home.toString(), ".", "/"}) {
            var result = cli.run("audience", "import", directory);
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains(directory + " is a directory").contains("Name the CSV file in it.");
        }
        assertThat(services.asked("POST")).isEmpty();
    }

    @Test
    void shouldNameABadConditionWithItsOption() {
        services.on("POST /dispatch/audience/estimate", 400, """
                {"title":"Bad Request","detail":"?","errors":[{"field":"audience.countries","message":"\\"Germany\\" is no code"}]}""");

        assertThat(cli.run("audience", "estimate", "--country", "Germany").err())
                .contains("  --country (audience.countries): \"Germany\" is no code\n");
    }

    @Test
    void shouldCountWithExclusionsByReason() {
        services.on("POST /dispatch/audience/estimate", 200, """
                {"eligible":900,"excluded":[{"reason":"UNSUBSCRIBED","count":40},{"reason":"SEGMENT","count":0},
                 {"reason":"COUNTRY","count":60}],"total":1000}""");

        assertThat(cli.run("audience", "estimate", "--country", "DE").lines())
                .containsExactly("900 of 1,000 customers.", "  left out, UNSUBSCRIBED: 40", "  left out, COUNTRY: 60");
        assertThat(services.only("POST").json()).isEqualTo(Json.parse("{\"audience\":{\"countries\":[\"DE\"]}}"));
    }

    @Test
    void shouldForgetOnlyWhenItIsMeant() {
        services.on(
                "POST /dispatch/audience/forget",
                200,
                "{\"userId\":\"" + USER
                        + "\",\"dryRun\":true,\"erased\":true,\"forgottenAt\":\"2026-05-01T07:00:00Z\"}");

        assertThat(cli.run("audience", "forget", USER, "--dry-run").out()).startsWith("Would be forgotten");
        assertThat(services.only("POST").json())
                .isEqualTo(Json.object().put("userId", USER).put("dryRun", true));
    }

    @Test
    void shouldReadTheInbox() {
        services.on(
                        "GET /inbox/messages",
                        200,
                        "{\"items\":[" + message() + "],\"nextCursor\":null,\"hasMore\":false,\"upTo\":\"seen\"}")
                .on("GET /inbox/messages/" + MESSAGE, 200, message())
                .on("PUT /inbox/messages/" + MESSAGE + "/read", 200, message())
                .on("GET /inbox/messages/unread-count", 200, "{\"count\":100,\"hasMore\":true}")
                .on("POST /inbox/messages/read-all", 200, "{\"updated\":4}")
                .on("PUT /inbox/preferences", 200, "{\"unsubscribed\":true}");

        assertThat(cli.run("inbox").lines().get(1)).isEqualTo(MESSAGE + "  2026-05-01  LIVE   no    Hello  [31mAnna");
        assertThat(cli.run("inbox", "list", "--unread").exitCode()).isZero();
        assertThat(services.asked("GET /inbox/messages?"))
                .extracting(Services.Asked::uri)
                .containsExactly("/inbox/messages?status=all&limit=20", "/inbox/messages?status=unread&limit=20");
        assertThat(cli.run("inbox", "show", MESSAGE).out()).contains("\n\nfirst line\nsecond line\n");
        assertThat(cli.run("inbox", "read", MESSAGE).exitCode()).isZero();
        assertThat(cli.run("inbox", "count").out()).isEqualTo("99+\n");
        assertThat(cli.run("inbox", "-o", "json", "count").json().path("count").asInt())
                .isEqualTo(100);
        assertThat(cli.run("inbox", "read-all").out()).isEqualTo("Marked 4 messages read.\n");
        assertThat(services.only("POST /inbox/messages/read-all").json())
                .isEqualTo(Json.object().put("upTo", "seen"));
        assertThat(cli.run("inbox", "preferences", "--unsubscribe").out()).startsWith("Unsubscribed");
        assertThat(services.only("PUT /inbox/preferences").json())
                .isEqualTo(Json.object().put("unsubscribed", true));
    }

    @Test
    void shouldListAndReplayDeadLetters() {
        services.on(
                        "GET /dispatch/dead-letters",
                        200,
                        "{\"items\":[{\"id\":7,\"topic\":\"promotion.events\",\"partition\":3,\"cause\":\"no JSON\"}],\"hasMore\":false}")
                .on(
                        "POST /dispatch/dead-letters/replay",
                        200,
                        "{\"dryRun\":true,\"replayed\":0,\"items\":[{\"id\":7}]}");

        assertThat(cli.run("dlq", "list").out()).contains("promotion.events").contains("no JSON");
        assertThat(services.only("GET").uri()).isEqualTo("/dispatch/dead-letters?replayed=false&limit=20");
        assertThat(cli.run("dlq", "replay", "7", "--dry-run").out())
                .contains("Would be sent again. Nothing was changed.");
        assertThat(services.only("POST").json()).isEqualTo(Json.parse("{\"dryRun\":true,\"ids\":[7]}"));
    }

    @Test
    void shouldLookIntoEveryOutbox() {
        String failed = "{\"items\":[{\"id\":\"" + USER
                + "\",\"status\":\"FAILED\",\"attempts\":12,\"lastError\":\"too large\"}]}";
        services.on("GET /calendar/outbox", 200, failed)
                .on("GET /dispatch/outbox", 200, "{\"items\":[]}")
                .on("GET /inbox/outbox", 200, "{\"items\":[]}")
                .on("POST /calendar/outbox/replay", 200, "{\"replayed\":1}");

        assertThat(cli.run("outbox", "list", "--status", "failed").lines().get(1))
                .contains("calendar-api", "FAILED", "12", "too large");
        assertThat(cli.run("outbox", "replay", "--service", "calendar").out()).isEqualTo("Trying 1 records again.\n");
        assertThat(services.only("POST").json()).isEqualTo(Json.object().put("dryRun", false));
    }

    private static String message() {
        return Json.object()
                .put("messageId", MESSAGE)
                .put("eventId", USER)
                .put("dispatchDate", "2026-05-01")
                .put("subject", "Hello \u001b[31mAnna")
                .put("body", "first line\nsecond line")
                .putNull("link")
                .put("read", false)
                .putNull("readAt")
                .put("createdAt", "2026-05-01T07:00:00Z")
                .put("state", "LIVE")
                .put("test", true)
                .toString();
    }
}
