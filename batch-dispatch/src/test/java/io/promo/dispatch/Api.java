package io.promo.dispatch;

import io.promo.stack.testing.TestToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers see it: over HTTP, with a token. */
@TestComponent
public class Api {

    /** What came back; the body is a missing node where there was none. */
    public record Answer(int status, JsonNode body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    public Answer get(String path) {
        return get(path, "viewer");
    }

    public Answer get(String path, String role) {
        return send(request(path, role).GET());
    }

    /** As a viewer; there is no body to look at. */
    public Answer head(String path) {
        return send(request(path, "viewer").method("HEAD", BodyPublishers.noBody()));
    }

    /** At the port for management, as nobody. */
    public Answer manage(String path) {
        String port = environment.getRequiredProperty("local.management.port");
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    /** As an operator, JSON as it stands there. */
    public Answer postJson(String path, String body) {
        return send(request(path, "operator")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** As an operator, a map as JSON. */
    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, "operator");
    }

    public Answer post(String path, Map<String, ?> body, String role) {
        return send(request(path, role)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** As an operator, a file as CSV. */
    public Answer postCsv(String path, String csv) {
        return postCsv(path, BodyPublishers.ofString(csv));
    }

    public Answer postCsv(String path, byte[] csv) {
        return postCsv(path, csv, "text/csv");
    }

    public Answer postCsv(String path, byte[] csv, String contentType) {
        return send(
                request(path, "operator").header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(csv)));
    }

    public Answer postCsv(String path, Supplier<InputStream> csv) {
        return postCsv(path, BodyPublishers.ofInputStream(csv));
    }

    private Answer postCsv(String path, BodyPublisher csv) {
        return send(request(path, "operator").header("Content-Type", "text/csv").POST(csv));
    }

    private HttpRequest.Builder request(String path, String role) {
        String port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TestToken.of(role).bearer());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isEmpty() ? json.missingNode() : json.readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
