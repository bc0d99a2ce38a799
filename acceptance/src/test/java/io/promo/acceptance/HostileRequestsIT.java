package io.promo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.client.Login;
import io.promo.stack.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What one customer or one mistake could take away from all: each request is survived by every process, with its usual heap. */
@ExtendWith(Stack.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileRequestsIT {

    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_STREAMS_OF_ONE_CUSTOMER = 8;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private List<Long> pids = List.of();

    HostileRequestsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void rememberWhoRuns() {
        pids = pids();
    }

    @AfterAll
    void nobodyHasDied() {
        assertThat(pids()).isEqualTo(pids);
    }

    @Test
    void shouldRefuseABodyThatNobodyNeeds() throws Exception {
        List<String> routes = List.of(
                "anna PUT " + stack.inbox("/preferences"),
                "admin POST " + stack.calendar("/events/preview"),
                "admin POST " + stack.dispatch("/audience/estimate"));
        for (String route : routes) {
            String[] parts = route.split(" ");
            String head = parts[1] + " " + URI.create(parts[2]).getPath()
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close" + "\r\nAuthorization: Bearer "
                    + token(parts[0]) + "\r\nContent-Type: application/json\r\n";
            assertThat(firstLine(parts[2], head + "Content-Length: " + 95 * MEGABYTE + "\r\n\r\n"))
                    .as("said to be long: " + route)
                    .startsWith("HTTP/1.1 413");
            String chunk = Integer.toHexString(2 * MEGABYTE) + "\r\n" + " ".repeat(2 * MEGABYTE) + "\r\n";
            assertThat(firstLine(parts[2], head + "Transfer-Encoding: chunked\r\n\r\n" + chunk))
                    .as("of a length nobody said: " + route)
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void shouldAnswerAboutLongEventsInShort() throws Exception {
        Map<String, Object> event = Stack.event("Long", 0);
        event.put("promotionPackage", longTexts(0));
        String path = "/events/"
                + stack.admin
                        .post(stack.calendar("/events"), event)
                        .required("eventId")
                        .asString();
        for (int edit = 1; edit <= 25; edit++) {
            event.put("promotionPackage", longTexts(edit));
            stack.admin.overwrite(stack.calendar(path), event);
        }
        List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(get("admin", stack.calendar(path + "/history?limit=100")));
            answers.add(get("admin", stack.calendar("/events?limit=100")));
        }
        for (var answer : answers) {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).hasSizeLessThan(MEGABYTE);
        }
    }

    @Test
    void shouldPreviewWhatNoPatternMayLookAtTwice() throws Exception {
        Map<String, Object> request = Stack.event("Blanks", 0);
        request.keySet().retainAll(List.of("title", "startDatetime", "endDatetime", "timeZone", "promotionPackage"));
        request.put(
                "promotionPackage",
                Map.of(
                        "kind",
                        "MESSAGE",
                        "defaultLocale",
                        "en",
                        "content",
                        Map.of("en", Map.of("subject", "Blanks", "body", "{{" + " ".repeat(9_000) + "x"))));
        String body = JsonMapper.shared().writeValueAsString(request);
        assertThat(status("admin", "POST", stack.calendar("/events/preview"), BodyPublishers.ofString(body)))
                .isIn(200, 400);
    }

    @Test
    void shouldAnswerWhileUploadsStandStill() throws Exception {
        List<Socket> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                uploads.add(stalledUpload());
            }
            assertThat(status("admin", "GET", stack.dispatch("/runs"), BodyPublishers.noBody()))
                    .isEqualTo(200);
        } finally {
            for (Socket upload : uploads) {
                upload.close();
            }
        }
    }

    @Test
    void shouldRefuseToCountAnAudienceOfTenThousandCountries() throws Exception {
        String countries = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"" + (char) ('A' + i / 26 % 26) + (char) ('A' + i % 26) + "\"")
                .collect(Collectors.joining(","));
        String body = "{\"audience\":{\"countries\":[" + countries + "]}}";
        assertThat(status("viewer", "POST", stack.dispatch("/audience/estimate"), BodyPublishers.ofString(body)))
                .isIn(400, 413);
    }

    @Test
    void shouldKeepNoPlaceForAStreamThatWasOnlyAskedAbout() throws Exception {
        String url = stack.inbox("/messages/stream");
        for (int i = 0; i < 3 * MOST_STREAMS_OF_ONE_CUSTOMER; i++) {
            assertThat(status("ben", "HEAD", url, BodyPublishers.noBody())).isEqualTo(200);
        }
        HttpResponse<InputStream> stream =
                http.send(request("ben", "GET", url, BodyPublishers.noBody()), BodyHandlers.ofInputStream());
        try (InputStream hints = stream.body()) {
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(hints.read()).isPositive();
        }
    }

    @Test
    void shouldTellWhatIsWrongWithAnAddress() throws Exception {
        for (String service : List.of(stack.calendar(""), stack.dispatch(""), stack.inbox(""))) {
            for (String path : List.of("/?q=%ff", "/?x=%ff%0aforged", "/a%00b", "/" + "a".repeat(20_000))) {
                String answer =
                        raw(service, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(answer)
                        .as(service + path)
                        .containsPattern("^HTTP/1.1 4\\d\\d")
                        .doesNotContain("<html", "<!doctype");
            }
        }
    }

    private static Map<String, Object> longTexts(int edit) {
        Map<String, Object> content = IntStream.range(0, 24)
                .boxed()
                .collect(Collectors.toMap(
                        i -> i == 0 ? "en" : "en-" + (100 + i),
                        i -> Map.of("subject", "Long " + edit, "body", "x".repeat(9_900) + edit)));
        return Map.of("kind", "MESSAGE", "defaultLocale", "en", "content", content);
    }

    private List<Long> pids() {
        return stack.processes.status().processes().stream()
                .filter(process -> process.state() == Status.State.RUNNING)
                .map(Status.Process::pid)
                .toList();
    }

    private Socket stalledUpload() throws Exception {
        URI uri = URI.create(stack.dispatch("/audience/import"));
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        String head = "POST " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token("admin") + "\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\nid,name,email\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** To the end that the answer declares: the server may still wait for more of the request. */
    private static String raw(String service, String request) throws IOException {
        try (Socket socket = sent(service, request)) {
            InputStream in = socket.getInputStream();
            var head = new StringBuilder();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                head.append((char) octet);
                if (head.length() >= 4 && head.lastIndexOf("\r\n\r\n") == head.length() - 4) {
                    break;
                }
            }
            var length = CONTENT_LENGTH.matcher(head);
            byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
            return head + new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Does not wait for the server to give up on the rest of the body. */
    private static String firstLine(String service, String request) throws IOException {
        try (Socket socket = sent(service, request)) {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    private static Socket sent(String service, String request) throws IOException {
        URI uri = URI.create(service);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(30_000);
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private CompletableFuture<HttpResponse<byte[]>> get(String user, String url) throws Exception {
        return http.sendAsync(request(user, "GET", url, BodyPublishers.noBody()), BodyHandlers.ofByteArray());
    }

    private int status(String user, String method, String url, BodyPublisher body) throws Exception {
        return http.send(request(user, method, url, body), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String user, String method, String url, BodyPublisher body) throws Exception {
        return HttpRequest.newBuilder(URI.create(url))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
    }

    private String token(String user) throws Exception {
        String keycloak = stack.processes.status().urls().keycloak();
        return new Login(http, keycloak, "promo", "promo-cli").token(user, user).value();
    }
}
