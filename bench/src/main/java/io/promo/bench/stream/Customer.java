package io.promo.bench.stream;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;

/**
 * A customer who is logged in.
 *
 * @param token a bearer token for inbox-api
 */
record Customer(UUID userId, String token) {

    /** A GET as this customer. */
    HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }
}
