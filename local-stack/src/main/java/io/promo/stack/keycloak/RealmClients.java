package io.promo.stack.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a running Keycloak where the page is served, which depends on the ports of the stack: to these addresses, and to
 * no others, are people sent back who signed in, and from these origins may a page ask for tokens. The realm's file allows
 * none.
 */
final class RealmClients {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;

    /** @param url of Keycloak, without a slash at the end */
    RealmClients(String url) {
        this.url = url;
    }

    /** Allows these origins and no others to both areas of the page, each with its own way back (ui/src/auth/areas.ts). */
    void allow(List<String> origins) throws IOException, InterruptedException {
        String token = token();
        allow(token, "promo-admin", origins, "/admin/auth/callback", "/admin");
        allow(token, "promo-shop", origins, "/auth/callback", "/");
    }

    private void allow(String token, String clientId, List<String> origins, String callback, String home)
            throws IOException, InterruptedException {
        String clients = url + "/admin/realms/promo/clients";
        JsonNode found =
                JSON.readTree(send(to(clients + "?clientId=" + clientId, token).GET()));
        ObjectNode client = found.get(0).asObject();
        set(client, "redirectUris", origins.stream().map(origin -> origin + callback));
        set(client, "webOrigins", origins.stream());
        client.withObject("/attributes")
                .put(
                        "post.logout.redirect.uris",
                        String.join(
                                "##",
                                origins.stream().map(origin -> origin + home).toList()));
        send(to(clients + "/" + client.get("id").asString(), token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(client.toString())));
    }

    private static void set(ObjectNode client, String field, Stream<String> values) {
        var array = client.putArray(field);
        values.forEach(array::add);
    }

    private String token() throws IOException, InterruptedException {
        BodyPublisher form = BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                + KeycloakServer.ADMIN + "&password=" + KeycloakServer.ADMIN);
        var request = HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form);
        return JSON.readTree(send(request)).get("access_token").asString();
    }

    private static HttpRequest.Builder to(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "Keycloak answered " + answer.statusCode() + " to " + answer.uri() + ": " + answer.body());
        }
        return answer.body();
    }
}
