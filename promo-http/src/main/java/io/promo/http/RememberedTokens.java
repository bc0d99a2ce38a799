package io.promo.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers the tokens that passed every check of Spring's decoder, so that a caller's next request does not verify the
 * same signature again. The key is the whole token: one that differs in a single character is another one, and goes to
 * the decoder. So does a token that is not remembered any more:
 *
 * <ul>
 *   <li>from its {@code exp} on, without the minute of clock skew that the decoder grants,
 *   <li>once the issuer's keys are others than those it was verified with,
 *   <li>when the memory is full of others; tokens without {@code exp} and those that fail are never in it.
 * </ul>
 */
final class RememberedTokens implements JwtDecoder {

    /** A token's text and the claims read from it: 3.5 were measured, the rest is to spare. */
    private static final int BYTES_PER_CHARACTER = 5;

    /** Of the heap: about 7,000 tokens of 1,200 characters in the 1,280 MB of inbox-api. */
    private static final int SHARE_OF_HEAP = 32;

    private record Verified(Jwt token, JWKSet keys) {}

    private final JwtDecoder decoder;
    private final Supplier<@Nullable JWKSet> keys;
    private final Clock clock;
    private final Cache<String, Verified> memory;
    /** Those of the token that was verified last: one set for all tokens of it, though it is fetched anew every five minutes. */
    private volatile @Nullable JWKSet latest;

    RememberedTokens(JwtDecoder decoder, Supplier<@Nullable JWKSet> keys) {
        this(decoder, keys, Clock.systemUTC(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param mostBytes what all that is remembered may take, about */
    RememberedTokens(JwtDecoder decoder, Supplier<@Nullable JWKSet> keys, Clock clock, long mostBytes) {
        this.decoder = decoder;
        this.keys = keys;
        this.clock = clock;
        memory = Caffeine.newBuilder()
                // What is too much goes at once, by the thread that adds, so that no pool is needed.
                .executor(Runnable::run)
                .maximumWeight(mostBytes)
                .<String, Verified>weigher((token, verified) -> BYTES_PER_CHARACTER * token.length())
                .build();
    }

    /** Whether the text is a token that {@link #decode} would take from memory. */
    boolean knows(String text) {
        return remembered(text) != null;
    }

    @Override
    public Jwt decode(String text) {
        Jwt remembered = remembered(text);
        return remembered == null ? verified(text) : remembered;
    }

    private @Nullable Jwt remembered(String text) {
        Verified verified = memory.getIfPresent(text);
        if (verified == null) {
            return null;
        }
        if (isInTime(verified.token()) && verified.keys().equals(keys.get())) {
            return verified.token();
        }
        memory.invalidate(text);
        return null;
    }

    private Jwt verified(String text) {
        JWKSet before = keys.get();
        Jwt token = decoder.decode(text);
        // Keys that were fetched in between may be those that it was verified with, or not.
        if (before != null && before.equals(keys.get()) && isInTime(token)) {
            JWKSet known = latest;
            JWKSet shared = known != null && known.equals(before) ? known : before;
            latest = shared;
            memory.put(text, new Verified(token, shared));
        }
        return token;
    }

    private boolean isInTime(Jwt token) {
        Instant now = clock.instant();
        Instant start = token.getNotBefore();
        Instant end = token.getExpiresAt();
        return end != null && now.isBefore(end) && (start == null || !now.isBefore(start));
    }
}
