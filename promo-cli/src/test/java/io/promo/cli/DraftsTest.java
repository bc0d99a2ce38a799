package io.promo.cli;

import static io.promo.cli.SpringSale.DRAFT;
import static io.promo.cli.SpringSale.ID;
import static io.promo.cli.SpringSale.PATH;
import static io.promo.cli.SpringSale.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What dispatch has not heard of: drafts, and what was published a moment ago. */
class DraftsTest {

    private static final String USER = "00000000-0000-4000-8000-000000000001";
    private static final String TEST = "00000000-0000-7000-8000-0000000000aa";
    private static final String ACCEPTED = "{\"testId\":\"" + TEST + "\",\"eventId\":\"" + ID + "\",\"dryRun\":false}";
    private static final String NOT_THERE_YET =
            "{\"type\":\"urn:promo:problem:not-there-yet\",\"title\":\"Conflict\",\"detail\":\"never published\"}";

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
    void shouldTryOutADraftAndWaitForTheWordOfIt() {
        services.on("POST " + PATH + "/test-send", 202, ACCEPTED)
                .on("GET /dispatch/test-sends/" + TEST, 404, "{}")
                .on("GET /dispatch/test-sends/" + TEST, 200, """
                        {"testId":"%s","state":"SENT","status":200,"detail":null,
                         "message":{"messageId":"m","subject":"[Test] Hello"}}""".formatted(TEST));

        var result = cli.run("test-send", ID, "--user", USER);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("[Test] Hello");
        assertThat(services.only("POST " + PATH + "/test-send")
                        .json()
                        .path("user")
                        .asString())
                .isEqualTo(USER);
        assertThat(services.only("POST " + PATH + "/test-send").headers()).containsKey("idempotency-key");
    }

    @Test
    void shouldSayWhatIsWrongWithATest() {
        services.on("POST " + PATH + "/test-send", 202, ACCEPTED)
                .on("GET /dispatch/test-sends/" + TEST, 200, """
                        {"testId":"%s","state":"REFUSED","status":404,"detail":"customer x@y.example does not exist",
                         "message":null}""".formatted(TEST));

        var result = cli.run("test-send", ID, "--user", "x@y.example");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("customer x@y.example does not exist");
    }

    @Test
    void shouldSayThatADraftIsPublishedFirst() {
        services.on("POST /dispatch/backfills", 409, NOT_THERE_YET).on("POST /dispatch/runs", 409, NOT_THERE_YET);

        for (String[] command : new String[][] {
            {"dispatch", ID},
            {"dispatch", ID, "--dry-run"},
            {"backfill", ID, "--from", "2026-05-01", "--to", "2026-05-02"}
        }) {
            var result = cli.run(command);
            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err()).contains("it is a draft", "promo publish " + ID);
        }
        assertThat(services.asked("POST /dispatch/runs")).hasSize(2);
    }

    @Test
    void shouldWaitForWhatWasPublishedAMomentAgo() {
        services.on("GET " + PATH.replace("1", "2"), 200, DRAFT.replace("\"DRAFT\"", "\"PUBLISHED\""), TAG)
                .on("POST /dispatch/runs", 409, NOT_THERE_YET)
                .on("POST /dispatch/runs", 409, NOT_THERE_YET)
                .on("POST /dispatch/runs", 201, "{\"items\":[]}");

        var result = cli.run("dispatch", ID.replace("1", "2"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(services.asked("POST /dispatch/runs")).hasSize(3);
    }

    @Test
    void shouldSayThatThereIsNoSuchEvent() {
        services.on("POST /dispatch/runs", 409, NOT_THERE_YET);

        assertThat(cli.run("dispatch", ID.replace("1", "3")).exitCode()).isEqualTo(3);
    }
}
