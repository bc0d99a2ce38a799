package io.promo.inbox.http;

import java.util.UUID;

/**
 * Who is asking; a controller method that takes one gets it from the bearer token.
 *
 * @param userId the token's {@code sub}
 */
public record Caller(UUID userId) {}
