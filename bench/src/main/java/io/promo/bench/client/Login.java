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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs users in by their passwords.
 *
 * @param keycloakUrl base URL of Keycloak, without a slash at the end
 * @param realm where the users are
 * @param clientId a public client that allows the password grant
 */
public record Login(HttpClient http, String keycloakUrl, String realm, String clientId) {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /**
     * A bearer token.
     *
     * @param endsAt when it expires
     */
    public record Token(String value, Instant endsAt) {}

    /** A fresh token of the user. */
    public Token token(String user, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=" + encode(clientId) + "&username=" + encode(user) + "&password="
                + encode(password);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "the login of %s was answered %d: %s".formatted(user, response.statusCode(), response.body()));
        }
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        return new Token(
                answer.required("access_token").asString(),
                Instant.now().plusSeconds(answer.required("expires_in").asLong()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
