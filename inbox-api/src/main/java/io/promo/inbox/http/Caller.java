package io.promo.inbox.http;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is asking; a controller method that takes one gets it from the bearer token.
 *
 * @param userId the token's {@code sub}
 * @param tokenExpiresAt when the token ends, and with it anything opened on its strength
 */
public record Caller(UUID userId, Instant tokenExpiresAt) {}
