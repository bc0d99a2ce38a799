package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends bytes as they are, also what no HTTP client would, and reads one answer. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private Wire() {}

    /** What came back, as text. */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        String head() {
            return text.substring(0, text.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        /** Asserts that it is a problem detail of that status and slug. */
        JsonNode problem(int status, String slug) {
            assertThat(text).startsWith("HTTP/1.1 " + status);
            assertThat(head())
                    .contains("content-type: application/problem+json")
                    .doesNotContain("text/html");
            String json = body().substring(body().indexOf('{'), body().lastIndexOf('}') + 1);
            JsonNode problem = JsonMapper.shared().readTree(json);
            assertThat(problem.path("type").asString()).isEqualTo("urn:promo:problem:" + slug);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("title").asString()).isNotEmpty();
            assertThat(problem.path("detail").asString()).isNotEmpty().doesNotContain("java", "org.", "Exception");
            return problem;
        }
    }

    /** A request without a body; the connection ends with the answer. */
    static Answer ask(int port, String requestLine, String... headers) throws IOException {
        return send(port, head(requestLine, headers), new byte[0], 0);
    }

    /** Sends the head and then the part as often as asked, unless the server hangs up before. */
    static Answer send(int port, String head, byte[] part, int times) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                for (int sent = 0; sent < times; sent++) {
                    out.write(part);
                }
            } catch (SocketException e) {
                // It has answered and hung up.
            }
            return new Answer(read(socket.getInputStream()));
        }
    }

    /** To the end that the answer declares: the server may still wait for the rest of the body. */
    private static String read(InputStream in) throws IOException {
        var text = new StringBuilder();
        int length = Integer.MAX_VALUE;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            text.append((char) octet);
            if (text.indexOf("\r\n\r\n") == text.length() - 4) {
                length = text.length() + declared(text.toString().toLowerCase(Locale.ROOT));
            }
            if (text.length() >= length || text.indexOf("\r\n0\r\n\r\n") >= 0) {
                break;
            }
        }
        return text.toString();
    }

    private static int declared(String head) {
        var length = Pattern.compile("content-length: (\\d+)").matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : Integer.MAX_VALUE - head.length();
    }

    static String head(String requestLine, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return requestLine + " HTTP/1.1\r\nHost: till.example\r\nConnection: close\r\n" + more + "\r\n";
    }
}
