package io.promo.dispatch;

import io.promo.stack.testing.TestToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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

    /** The status and no body, as an operator. */
    public HttpResponse<Void> head(String path) {
        return exchange(
                request(path, TestToken.of("operator"))
                        .timeout(Duration.ofSeconds(20))
                        .method("HEAD", BodyPublishers.noBody()),
                BodyHandlers.discarding());
    }

    /** Opens a stream and leaves it open; closing it hangs up. */
    public HttpResponse<InputStream> open(String path, TestToken caller) {
        return exchange(request(path, caller).GET(), BodyHandlers.ofInputStream());
    }

    /** At the port for management, as nobody. */
    public Answer manage(String path) {
        return send(management(path));
    }

    /** At the port for management. */
    public Answer manage(String path, String role) {
        return send(management(path).header("Authorization", TestToken.of(role).bearer()));
    }

    private HttpRequest.Builder management(String path) {
        String port = environment.getRequiredProperty("local.management.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** As an operator, nothing. */
    public Answer post(String path) {
        return send(request(path, "operator").POST(BodyPublishers.noBody()));
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
        return request(path, TestToken.of(role));
    }

    private HttpRequest.Builder request(String path, TestToken caller) {
        String port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", caller.bearer());
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        String body = response.body();
        return new Answer(response.statusCode(), body.isEmpty() ? json.missingNode() : json.readTree(body));
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
