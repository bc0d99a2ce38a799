package io.promo.calendar;

import io.promo.sql.Database;
import io.promo.stack.testing.TestServers;
import io.promo.stack.testing.TestToken;
import io.promo.stack.testing.WithServers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real servers, spoken to as its clients do. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithServers(Database.CALENDAR)
public abstract class CalendarTest {

    protected static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestServers servers;

    /** An answer, whatever its status. */
    public record Answer(int status, JsonNode body, org.springframework.http.HttpHeaders headers) {

        public String etag() {
            return String.valueOf(headers.getETag());
        }

        public String id() {
            return body.path("eventId").asString();
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

    protected Answer send(HttpMethod method, String path, Object body, String bearer, Map<String, String> headers) {
        var request = RestClient.create("http://127.0.0.1:" + port)
                .method(method)
                .uri(path)
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
        String text = response.getBody();
        return new Answer(
                response.getStatusCode().value(),
                text == null ? JSON.missingNode() : JSON.readTree(text),
                response.getHeaders());
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
