package io.promo.cli.token;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.UnreachableException;
import io.promo.cli.output.Json;
import io.promo.cli.output.Table;
import io.promo.cli.settings.Setting;
import io.promo.cli.settings.Settings;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A realm of Keycloak, at the endpoints Keycloak has below the issuer's URL. */
public final class Issuer {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String clientId;

    /** The issuer and client that the settings name. */
    public Issuer(Settings settings) {
        this.url = settings.value(Setting.ISSUER_URL).replaceAll("/+$", "");
        this.clientId = settings.value(Setting.CLIENT_ID);
    }

    /** Its URL, without a slash at the end. */
    public String url() {
        return url;
    }

    /**
     * What the issuer asks a person to do elsewhere.
     *
     * @param deviceCode for {@link #poll}
     * @param userCode what to type there
     * @param verificationUri where
     * @param completeUri where, with the code filled in
     * @param interval between two polls
     * @param expiresAt until when
     */
    public record Device(
            String deviceCode,
            String userCode,
            String verificationUri,
            String completeUri,
            Duration interval,
            Instant expiresAt) {}

    /**
     * Logs in with a password.
     *
     * @throws RefusedException when it is wrong
     */
    public Grant password(String username, String password) throws RefusedException {
        return token(Map.of("grant_type", "password", "username", username, "password", password));
    }

    /**
     * Goes on with a refresh token.
     *
     * @throws RefusedException when it has expired
     */
    public Grant refresh(String refreshToken) throws RefusedException {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /**
     * Logs in as a program.
     *
     * @throws RefusedException when the secret is wrong
     */
    public Grant clientCredentials(String secret) throws RefusedException {
        return token(Map.of("grant_type", "client_credentials", "client_secret", secret));
    }

    /**
     * Begins a login that a person completes in a browser.
     *
     * @throws RefusedException when the client may not
     */
    public Device device() throws RefusedException {
        JsonNode answer = post("auth/device", Map.of());
        String uri = answer.required("verification_uri").asString();
        return new Device(
                answer.required("device_code").asString(),
                answer.required("user_code").asString(),
                uri,
                Json.text(answer, "verification_uri_complete", uri),
                Duration.ofSeconds(answer.path("interval").asLong(5)),
                Instant.now().plusSeconds(answer.path("expires_in").asLong(600)));
    }

    /**
     * Asks whether the person is done.
     *
     * @throws RefusedException with {@code authorization_pending} or {@code slow_down} while they are not
     */
    public Grant poll(Device device) throws RefusedException {
        return token(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", device.deviceCode()));
    }

    /**
     * Ends the session behind a refresh token.
     *
     * @throws RefusedException when there is none any more
     */
    public void logout(String refreshToken) throws RefusedException {
        post("logout", Map.of("refresh_token", refreshToken));
    }

    private Grant token(Map<String, String> form) throws RefusedException {
        return Grant.of(post("token", form), Instant.now());
    }

    private JsonNode post(String endpoint, Map<String, String> form) throws RefusedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/protocol/openid-connect/" + endpoint))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("client_id=" + encode(clientId) + encode(form)))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 == 5) {
                throw away(new UnreachableException(null));
            }
            JsonNode body = response.body().isBlank() ? Json.object() : Json.parse(response.body());
            if (response.statusCode() / 100 != 2) {
                String error = Json.text(body, "error", "HTTP status " + response.statusCode());
                throw new RefusedException(error, Table.plain(Json.text(body, "error_description", error)));
            }
            return body;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw away(new UnreachableException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted", "Ask again.");
        }
    }

    private CommandFailure away(UnreachableException cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                "The identity provider does not answer at " + url,
                List.of(),
                "promo up starts the local stack; for another one set " + Setting.ISSUER_URL.variable() + ".",
                cause);
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
