package io.promo.calendar;

import io.promo.sql.Database;
import io.promo.stack.testing.TestServers;
import io.promo.stack.testing.TestToken;
import io.promo.stack.testing.WithServers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on real servers, spoken to as its clients do. One Spring context for all tests of the module: each
 * test makes events of its own and expects foreign ones.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.structured.format.console=",
            "promo.cors.allowed-origins=https://admin.example",
            "promo.ui.inbox-url=https://inbox.example/api"
        })
@WithServers(Database.CALENDAR)
public abstract class CalendarTest {

    protected static final JsonMapper JSON = JsonMapper.shared();

    private static final RestClient HTTP = RestClient.create();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestServers servers;

    /** An answer, whatever its status; the body is a missing node where it is no JSON, the text is empty where there is none. */
    public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {

        public String etag() {
            return String.valueOf(headers.getETag());
        }

        public String id() {
            return body.path("eventId").asString();
        }

        /** The last part of a problem's type; empty when the answer is none. */
        public String problem() {
            boolean problem = MediaType.APPLICATION_PROBLEM_JSON.equals(headers.getContentType());
            return problem ? body.path("type").asString().replace("urn:promo:problem:", "") : "";
        }

        /** The fields that a problem names. */
        public List<String> fields() {
            return body.path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString())
                    .toList();
        }
    }

    protected Answer get(String path) {
        return send(HttpMethod.GET, path, null, admin(), Map.of());
    }

    protected Answer post(String path, Object body) {
        return send(HttpMethod.POST, path, body, admin(), Map.of());
    }

    /**
     * Sends a request.
     *
     * @param path with its query, encoded
     * @param body null: none; a text is sent as it is, all else as JSON
     * @param bearer null: nobody asks
     */
    protected Answer send(HttpMethod method, String path, Object body, String bearer, Map<String, String> headers) {
        return send(port, method, path, body, bearer, headers);
    }

    /** Asks at the port for management, as nobody where the token is null. */
    protected Answer manage(HttpMethod method, String path, String bearer) {
        return send(management, method, path, null, bearer, Map.of());
    }

    private static Answer send(
            int port, HttpMethod method, String path, Object body, String bearer, Map<String, String> headers) {
        var request = HTTP.method(method)
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(it -> {
                    headers.forEach(it::set);
                    if (bearer != null) {
                        it.set("Authorization", bearer);
                    }
                });
        if (body != null) {
            request.header("Content-Type", "application/json");
            request.body(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        ResponseEntity<String> response = request.retrieve()
                .onStatus(HttpStatusCode::isError, (asked, answered) -> {})
                .toEntity(String.class);
        MediaType type = response.getHeaders().getContentType();
        boolean json = type != null && (type.getSubtype().equals("json") || "json".equals(type.getSubtypeSuffix()));
        String text = response.getBody() == null ? "" : response.getBody();
        return new Answer(
                response.getStatusCode().value(),
                json ? JSON.readTree(text) : JSON.missingNode(),
                text,
                response.getHeaders());
    }

    protected Answer put(String path, Object body, String ifMatch) {
        return send(HttpMethod.PUT, path, body, admin(), Map.of("If-Match", ifMatch));
    }

    protected static String admin() {
        return TestToken.of("admin").audience("calendar-api").bearer();
    }

    /** A right event that may be published: it runs for three days from now. */
    protected static Map<String, Object> draft() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("title", "Spring sale");
        draft.put("promotionPackage", promotionPackage("Hello {{name}}"));
        draft.put("audience", Map.of("segments", List.of("garden")));
        draft.put("startDatetime", start.toString());
        draft.put("endDatetime", start.plus(Duration.ofDays(3)).toString());
        draft.put("timeZone", "Europe/Berlin");
        return draft;
    }

    protected static Map<String, Object> promotionPackage(String subject) {
        return Map.of(
                "kind", "MESSAGE",
                "link", "https://shop.example/spring",
                "defaultLocale", "en",
                "content", Map.of("en", Map.of("subject", subject, "body", "20 % off")));
    }

    protected static Map<String, Object> with(Map<String, Object> draft, String field, Object value) {
        var changed = new LinkedHashMap<>(draft);
        changed.put(field, value);
        return changed;
    }

    /** The same with texts of one's own: locale → subject and body. */
    protected static Map<String, Object> promotionPackage(Map<String, Map<String, String>> content) {
        return with(promotionPackage("Hello"), "content", content);
    }

    /** Moves a window so that it ended a second ago. */
    protected void end(Answer event) {
        jdbc.sql("""
                UPDATE promotion_event
                SET start_datetime = now() - interval '2 days', end_datetime = now() - interval '1 second'
                WHERE event_id = ?::uuid""").param(event.id()).update();
    }

    /** A new event in the given status, brought there as users do, but for EXPIRED, which takes time. */
    protected Answer event(String status) {
        Answer created = post("/events", draft());
        if (status.equals("DRAFT")) {
            return created;
        }
        post("/events/" + created.id() + "/publish", null);
        if (status.equals("CANCELLED")) {
            post("/events/" + created.id() + "/cancel", null);
        } else if (status.equals("EXPIRED")) {
            jdbc.sql("UPDATE promotion_event SET status = 'EXPIRED' WHERE event_id = ?::uuid")
                    .param(created.id())
                    .update();
        }
        return get("/events/" + created.id());
    }
}
