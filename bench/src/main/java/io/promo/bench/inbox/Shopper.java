package io.promo.bench.inbox;

import java.util.UUID;

/**
 * A customer who is logged in.
 *
 * @param userId the token's {@code sub}
 * @param token a bearer token for inbox-api
 */
record Shopper(UUID userId, String token) {}
