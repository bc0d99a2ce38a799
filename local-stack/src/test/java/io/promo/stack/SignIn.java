package io.promo.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Signs in to the realm as people, pages and attackers do. */
record SignIn(String keycloak) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The status of the answer to a user's name and password. */
    CompletableFuture<Integer> password(String user, String password) {
        String form = "grant_type=password&client_id=promo-shop&username=" + user + "&password=" + password;
        return HTTP.sendAsync(token().POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** The status of the answer to a page that wants its user back at an address. */
    int page(String client, String backTo) throws IOException, InterruptedException {
        return send("auth", client, "redirect_uri", backTo).statusCode();
    }

    /** The status of the answer to a page that wants its user back at an address after signing out. */
    int signOut(String client, String backTo) throws IOException, InterruptedException {
        return send("logout", client, "post_logout_redirect_uri", backTo).statusCode();
    }

    /** The origin whose pages may read a client's tokens, when a page of this one asks for some; empty: not this one's. */
    String allowed(String client, String origin) throws IOException, InterruptedException {
        String form = "grant_type=authorization_code&code=none&redirect_uri=none&client_id=" + client;
        var request = token().header("Origin", origin).POST(BodyPublishers.ofString(form));
        return HTTP.send(request.build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private HttpResponse<Void> send(String what, String client, String parameter, String backTo)
            throws IOException, InterruptedException {
        String query = "?client_id=" + client + "&response_type=code&scope=openid&code_challenge_method=S256"
                + "&code_challenge=" + "c".repeat(43) + "&" + parameter + "="
                + URLEncoder.encode(backTo, StandardCharsets.UTF_8);
        return HTTP.send(HttpRequest.newBuilder(endpoint(what + query)).build(), BodyHandlers.discarding());
    }

    private HttpRequest.Builder token() {
        return HttpRequest.newBuilder(endpoint("token")).header("Content-Type", "application/x-www-form-urlencoded");
    }

    private URI endpoint(String path) {
        return URI.create(keycloak + "/realms/promo/protocol/openid-connect/" + path);
    }
}
