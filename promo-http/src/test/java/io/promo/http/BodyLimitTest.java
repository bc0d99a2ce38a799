package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.http.Wire.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A body is never kept beyond what its route takes, however it is sent. */
@TillTest
class BodyLimitTest {

    private static final String JSON = "Content-Type: application/json";

    @LocalServerPort
    private int port;

    /** Nothing of the body is ever sent, so it cannot be what is waited for. */
    @ParameterizedTest
    @CsvSource({
        "/window/notes, 95000000, 65536",
        "/window/notes, 65537, 65536",
        "/window/ledgers, 200001, 200000",
        "/window/receipts, 3000000000, 200000",
        "/window/notes, 9223372036854775807, 65536"
    })
    void shouldRefuseABodyByItsDeclaredLength(String path, long length, String most) throws IOException {
        Answer answer = Wire.ask(port, "POST " + path, JSON, "Content-Length: " + length);

        assertThat(answer.problem(413, "content-too-large").path("detail").asString())
                .isEqualTo("The body has more than " + most + " bytes, the most that is taken here.");
    }

    /** The last chunk is never sent: who read on would wait for it. */
    @ParameterizedTest
    @CsvSource({"/window/notes, 65536", "/window/ledgers, 200000", "/window/receipts, 200000"})
    void shouldCutABodyOfUnknownLengthWhileItIsRead(String path, int most) throws IOException {
        String start = "{\"pieces\":1,\"article\":\"";
        String head = Wire.head("POST " + path, JSON, "Transfer-Encoding: chunked") + chunk(start);

        Answer answer = Wire.send(port, head, bytes(chunk("r".repeat(1_000))), most / 1_000 + 1);

        answer.problem(413, "content-too-large");
    }

    @ParameterizedTest
    @CsvSource({"/window/notes, 65536", "/window/ledgers, 200000"})
    void shouldTakeABodyOfTheMostThatIsTaken(String path, int most) throws IOException {
        String json = "{\"pieces\":1,\"article\":\"\"}";
        String body = json.replace("\"\"", '"' + "r".repeat(most - json.length()) + '"');

        String plain = Wire.head("POST " + path, JSON, "Content-Length: " + most);
        String chunked = Wire.head("POST " + path, JSON, "Transfer-Encoding: chunked");

        assertThat(Wire.send(port, plain, bytes(body), 1).status()).isEqualTo(200);
        assertThat(Wire.send(port, chunked, bytes(chunk(body) + "0\r\n\r\n"), 1).status())
                .isEqualTo(200);
        Answer oneMore = Wire.send(port, chunked, bytes(chunk(body + " ") + "0\r\n\r\n"), 1);
        oneMore.problem(413, "content-too-large");
    }

    private static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
