package io.promo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final String EVENT = "00000000-0000-7000-8000-000000000001";

    @RegisterExtension
    final Services services = new Services();

    @TempDir
    Path home;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = Cli.of(home, services);
    }

    @ParameterizedTest
    @CsvSource({"400,1", "401,1", "403,1", "404,3", "409,4", "412,4", "428,4", "422,1", "429,1", "500,1", "503,1"})
    void shouldTellTheShellWhatKindOfRefusalItWas(int status, int exitCode) {
        services.on("GET /calendar/events/" + EVENT, status, "{\"title\":\"Refused\",\"detail\":\"for a reason\"}");

        var result = cli.run("show", EVENT);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(2).first().isEqualTo("promo: calendar-api: for a reason");
    }

    @Test
    void shouldNameEachBadField() {
        services.on("POST /calendar/events", 400, """
                {"title":"Bad Request","detail":"timeZone is unknown; startDatetime is missing",
                 "errors":[{"field":"timeZone","message":"is unknown"},{"field":"startDatetime","message":"is missing"},
                   {"field":"promotionPackage.content.de.body","message":"is missing"},{"field":"audience.locales[0]","message":"is no tag"},
                   {"field":"promotionPackage","message":"is missing"},{"field":"else","message":"is wrong"}]}""");

        var result = cli.run("create", "--title", "Sale");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                        promo: calendar-api: Bad Request
                          --zone (timeZone): is unknown
                          --start (startDatetime): is missing
                          --body (promotionPackage.content.de.body): is missing
                          --audience-locale (audience.locales[0]): is no tag
                          --subject and --body (promotionPackage): is missing
                          else: is wrong
                        Correct what is named and ask again; nothing was changed.
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "list,calendar-api,PROMO_CALENDAR_URL",
        "runs,batch-dispatch,PROMO_DISPATCH_URL",
        "inbox,inbox-api,PROMO_INBOX_URL"
    })
    void shouldSayInOneLineWhichServiceIsDownAndWhatToDo(String command, String service, String variable) {
        services.stop();

        var result = cli.run(command);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "promo: " + service + " does not answer at "
                                + services.url("/" + service.replaceAll(".*-api|batch-", "")
                                        + (service.endsWith("-api") ? service.replace("-api", "") : "")),
                        "promo up starts the local stack; for another one set " + variable + ".");
    }

    @Test
    void shouldShowWhereItComesFromOnlyIfAsked() {
        services.stop();

        assertThat(cli.run("list").err()).doesNotContain("\tat ");
        assertThat(cli.run("list", "--verbose").err())
                .contains("CommandFailure")
                .contains("\tat ");
    }

    @Test
    void shouldNotTakeAnotherServersPageForAnAnswer() {
        services.on("GET /calendar/events", 200, "<html>Welcome</html>");

        assertThat(cli.run("list", "-o", "json"))
                .satisfies(result -> assertThat(result.exitCode()).isEqualTo(1))
                .satisfies(result ->
                        assertThat(result.err()).contains("not in JSON").contains("/calendar/events"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publsh",
                "show",
                "show not-an-id",
                "list --statuss X",
                "list --limit 0",
                "list --limit \u0663",
                "list --limit 0x10",
                "list --limit +5",
                "list --limit 2147483648",
                "audience generate \uFF15",
                "show 1-1-1-1-1",
                "runs --date 2026-11-28T23:00:00.000Z",
                "runs --date 01/02/26",
                "list --from soon",
                "backfill " + EVENT + " --from 2026-01-01",
                "stop",
                "audience",
                "runs --partitions",
                "up --workers 3",
                "edit " + EVENT + " --file /nowhere.json",
                "completion fish"
            })
    void shouldCallAWrongCommandLineUsage(String line) {
        var result = cli.run(line.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("promo: ").doesNotContain("Exception");
        assertThat(services.asked("POST")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"publsh,publish", "creat,create", "shwo,show", "audience forgot,forget", "list --statuss X,--status"})
    void shouldSuggestWhatWasMeant(String line, String meant) {
        assertThat(cli.run(line.split(" ")).err()).contains("Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"foo,promo --help", "audience foo,promo audience --help", "foo --statuss,promo --help"})
    void shouldSayThatThereIsNoSuchCommand(String line, String help) {
        var result = cli.run(line.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("promo: There is no command '" + line.replace(" --statuss", "") + "'\n" + help
                        + " lists those there are.\n");
    }

    @Test
    void shouldRefuseABadUrl() {
        assertThat(cli.set("PROMO_CALENDAR_URL", "calendar:80").run("list"))
                .satisfies(result -> assertThat(result.exitCode()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err()).contains("PROMO_CALENDAR_URL"));
    }
}
