package io.promo.bench.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON to the services as one user, whose token it renews before it expires. Not for use by several threads. */
public final class RestClient {

    /** Generating ten million customers is one request. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String keycloakUrl;
    private final String user;
    private final String password;
    private final String clientId;
    private @Nullable String token;
    private Instant tokenEnds = Instant.MIN;

    /** Logs in by client {@code promo-cli}, whose tokens every service accepts. */
    public RestClient(String keycloakUrl, String user, String password) {
        this(keycloakUrl, user, password, "promo-cli");
    }

    /**
     * @param keycloakUrl base URL of Keycloak, without a slash at the end
     * @param user name of a user of realm {@code promo}
     * @param clientId a public client that allows the password grant
     */
    public RestClient(String keycloakUrl, String user, String password, String clientId) {
        this.keycloakUrl = keycloakUrl;
        this.user = user;
        this.password = password;
        this.clientId = clientId;
    }

    /** GETs JSON. */
    public JsonNode get(String url) throws IOException, InterruptedException {
        return send(request(url).GET().build());
    }

    /** POSTs JSON and returns the answer's; a missing node when it has none. */
    public JsonNode post(String url, Object body) throws IOException, InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String url) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Authorization", "Bearer " + token());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s %s answered %d: %s"
                    .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
        }
        return response.body().isEmpty() ? json.missingNode() : json.readTree(response.body());
    }

    private String token() throws IOException, InterruptedException {
        String current = token;
        if (current != null && Instant.now().isBefore(tokenEnds)) {
            return current;
        }
        String form = "grant_type=password&client_id=" + clientId + "&username=" + encode(user) + "&password="
                + encode(password);
        JsonNode answer =
                send(HttpRequest.newBuilder(URI.create(keycloakUrl + "/realms/promo/protocol/openid-connect/token"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
        String renewed = answer.required("access_token").asString();
        token = renewed;
        tokenEnds = Instant.now()
                .plusSeconds(answer.required("expires_in").asLong())
                .minus(RENEW_BEFORE);
        return renewed;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
