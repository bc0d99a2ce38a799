package io.promo.bench.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private final Login login;
    private final String user;
    private final String password;
    private Login.@Nullable Token token;

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
        this(keycloakUrl, "promo", clientId, user, password);
    }

    private RestClient(String keycloakUrl, String realm, String clientId, String user, String password) {
        this.login = new Login(http, keycloakUrl, realm, clientId);
        this.user = user;
        this.password = password;
    }

    /** Speaks to Keycloak itself as the administrator of all realms, whose name is the password, too. */
    public static RestClient keycloakAdmin(String keycloakUrl, String admin) {
        return new RestClient(keycloakUrl, "master", "admin-cli", admin, admin);
    }

    /** GETs JSON. */
    public JsonNode get(String url) throws IOException, InterruptedException {
        return send(request(url).GET().build());
    }

    /** POSTs nothing and returns the answer's JSON. */
    public JsonNode post(String url) throws IOException, InterruptedException {
        return send(request(url).POST(BodyPublishers.noBody()).build());
    }

    /** POSTs JSON and returns the answer's; a missing node when it has none. */
    public JsonNode post(String url, Object body) throws IOException, InterruptedException {
        return send(withBody(url).POST(publisher(body)).build());
    }

    /** PUTs JSON and returns the answer's; a missing node when it has none. */
    public JsonNode put(String url, Object body) throws IOException, InterruptedException {
        return send(withBody(url).PUT(publisher(body)).build());
    }

    /** PUTs JSON over whatever version there is, and returns the answer's. */
    public JsonNode overwrite(String url, Object body) throws IOException, InterruptedException {
        return send(withBody(url).header("If-Match", "*").PUT(publisher(body)).build());
    }

    private HttpRequest.Builder withBody(String url) throws IOException, InterruptedException {
        return request(url).header("Content-Type", "application/json");
    }

    private BodyPublisher publisher(Object body) {
        return BodyPublishers.ofString(json.writeValueAsString(body));
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
        Login.Token current = token;
        if (current == null || Instant.now().isAfter(current.endsAt().minus(RENEW_BEFORE))) {
            current = login.token(user, password);
            token = current;
        }
        return current.value();
    }
}
