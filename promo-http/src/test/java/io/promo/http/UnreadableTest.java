package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be read is told so by a problem detail, on every port, and costs no more than a line of log. */
@TillTest
@ExtendWith(OutputCaptureExtension.class)
class UnreadableTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /window/prices?q=%ff",
                "GET /window/prices?q=%c3%28",
                "GET /window/prices?q=%zz",
                "GET /window/prices?q=%",
                "GET /window/prices?%ff=q",
                "GET /window/prices?x=%ff%0aERROR%20all%20is%20lost",
                "POST /window/notes?q=%ff",
                "GET /window/%ff",
                "GET /window/%zz",
                "GET /window/prices%",
                "GET /window/%00",
                "GET /actuator/health?q=%ff",
                "GET /actuator/health/%ff",
            })
    void shouldRefuseBadPercentEncodingOnEveryPort(String request, CapturedOutput log) throws IOException {
        Wire.ask(port, request, BROWSER).problem(400, "bad-request");
        Wire.ask(management, request, BROWSER).problem(400, "bad-request");
        assertThat(log.getAll()).doesNotContain("\tat ").doesNotContain("\nERROR all is lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=x", "q=a&=", "&=x&"})
    void shouldNameWhatIsWrongWithParametersThatHaveNoName(String query) throws IOException {
        assertThat(said(Wire.ask(port, "GET /window/prices?" + query)))
                .isEqualTo("query has a parameter without a name, or too many");
    }

    @Test
    void shouldRefuseMoreParametersThanAnybodySends() throws IOException {
        assertThat(said(Wire.ask(port, "GET /window/prices?" + "q&".repeat(1_500))))
                .isEqualTo("query has a parameter without a name, or too many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0085b", "\u009f"})
    void shouldNotTakeAHeaderForAParameter(String basket) throws IOException {
        assertThat(said(Wire.ask(port, "GET /window/prices", "Basket: " + basket)))
                .isEqualTo("request has a header or a parameter's name that contains a control character");
    }

    private static String said(Wire.Answer answer) {
        return answer.problem(400, "bad-request").path("detail").asString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                             | 415 | unsupported-media-type
                    application/*                   | 415 | unsupported-media-type
                    multipart/form-data             | 415 | unsupported-media-type
                    multipart/form-data; boundary=x | 415 | unsupported-media-type
                    application/json; charset=none  | 415 | unsupported-media-type
                    json                            | 415 | unsupported-media-type
                    application/x-www-form-urlencoded | 415 | unsupported-media-type
                    text/csv                        | 415 | unsupported-media-type
                    """)
    void shouldSayWhichContentIsTaken(String type, int status, String slug, CapturedOutput log) throws IOException {
        String head = Wire.head("POST /window/notes", "Content-Type: " + type, "Content-Length: 2");

        Wire.send(port, head, new byte[] {'{', '}'}, 1).problem(status, slug);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    /** As {@code curl -d ''} sends it. */
    @ParameterizedTest
    @CsvSource({"/window/bells, 200", "/window/notes, 400", "/window/receipts, 200", "/window/prices, 405"})
    void shouldTakeAnEmptyFormForNothing(String path, int status) throws IOException {
        String[] headers = {"Content-Type: application/x-www-form-urlencoded; charset=UTF-8", "Content-Length: 0"};

        assertThat(Wire.ask(port, "POST " + path, headers).status()).isEqualTo(status);
    }

    @Test
    void shouldRefuseAFormHoweverItIsSent() throws IOException {
        String head = Wire.head(
                "POST /window/notes", "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked");

        Wire.send(port, head, "1\r\nq\r\n0\r\n\r\n".getBytes(), 1).problem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text/html;q=many", "a/b/c", "text/html, */json"})
    void shouldRefuseAnAcceptHeaderThatIsNone(String accept) throws IOException {
        assertThat(Wire.ask(port, "GET /window/prices", "Accept: " + accept)
                        .problem(400, "bad-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("Accept");
        Wire.ask(port, "GET /nowhere", "Accept: " + accept).problem(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /window//prices",
                "GET /window/..;/prices",
                "GET /window/prices;q=1",
                "GET /window/%2e%2e/prices",
                "GET /window%2fprices",
                "GET /window/%252e",
                "FOO /window/prices",
            })
    void shouldTellProblemsThatNoControllerSees(String request, CapturedOutput log) throws IOException {
        Wire.ask(port, request, BROWSER).problem(400, "bad-request");
        Wire.ask(management, request, BROWSER).problem(400, "bad-request");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /window/a\\b",
                "GET /window/<script>",
                "GET window",
                "G(T /window/prices",
                "GET /window/[",
                "GET /\u00e9"
            })
    void shouldTellProblemsOfWhatIsNoHttp(String request) throws IOException {
        Wire.ask(port, request, BROWSER).problem(400, "bad-request");
        Wire.ask(management, request, BROWSER).problem(400, "bad-request");
    }

    @Test
    void shouldTellProblemsOfHeadersThatCannotBeRead() throws IOException {
        Wire.send(port, "GET /window/prices HTTP/1.1\r\n\r\n", new byte[0], 0).problem(400, "bad-request");
        Wire.send(port, "GET /window/prices HTTP/7.1\r\n\r\n", new byte[0], 0)
                .problem(505, "http-version-not-supported");
        Wire.ask(port, "GET /window/prices", BROWSER, "X-Colour: re\u0001d").problem(400, "bad-request");
        Wire.ask(port, "TRACE /window/prices", BROWSER).problem(405, "method-not-allowed");
    }

    @Test
    void shouldTellProblemsOfAddressesAndHeadersThatAreTooLong() throws IOException {
        String long16k = "x".repeat(16_384);

        Wire.ask(port, "GET /window/prices?q=" + long16k, BROWSER).problem(400, "bad-request");
        Wire.ask(port, "GET /window/" + long16k, BROWSER).problem(400, "bad-request");
        Wire.ask(port, "GET /window/prices", BROWSER, "X-Colour: " + long16k).problem(400, "bad-request");
        Wire.ask(management, "GET /actuator/health", BROWSER, "X-Colour: " + long16k)
                .problem(400, "bad-request");
    }

    @Test
    void shouldHaveManagementOnAPortOfItsOwn() throws IOException {
        assertThat(Wire.ask(management, "GET /actuator/health").status()).isEqualTo(200);
        assertThat(Wire.ask(management, "HEAD /actuator/health").status()).isEqualTo(200);
        Wire.ask(management, "GET /actuator").problem(401, "unauthenticated");
        Wire.ask(management, "GET /%61ctuator", BROWSER).problem(401, "unauthenticated");
        Wire.ask(management, "GET /window/prices", BROWSER).problem(404, "not-found");
        Wire.ask(port, "GET /actuator/health", BROWSER).problem(404, "not-found");
        Wire.ask(port, "GET /%61ctuator", BROWSER).problem(401, "unauthenticated");
    }
}
