package io.promo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder;
import org.springframework.web.client.RestTemplate;

/** Around Spring's own decoder, which fetches keys over HTTP. */
class RememberedTokensTest {

    private static final long PLENTY = 1_000_000;

    private final List<String> verified = new ArrayList<>();
    private final SigningKeys keys = new SigningKeys();
    private KeyServer issuer;
    private NimbusJwtDecoder decoder;
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @BeforeEach
    void start() throws IOException {
        issuer = new KeyServer();
        JwkSetUriJwtDecoderBuilder builder = NimbusJwtDecoder.withJwkSetUri(issuer.url())
                // Spring gives up after half a second, which a busy machine may need.
                .restOperations(new RestTemplate());
        keys.customize(builder);
        decoder = builder.build();
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setClock(clock());
        decoder.setJwtValidator(time);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void shouldVerifyATokenOnce() {
        RememberedTokens tokens = tokens(PLENTY);
        String token = token("anna", now.plusSeconds(300));

        IntStream.range(0, 3)
                .forEach(time -> assertThat(tokens.decode(token).getSubject()).isEqualTo("anna"));

        assertThat(verified).containsExactly(token);
        assertThat(tokens.knows(token)).isTrue();
    }

    @Test
    void shouldRefuseWhatIsAlmostARememberedToken() {
        RememberedTokens tokens = tokens(PLENTY);
        String token = token("anna", now.plusSeconds(300));
        String[] parts = token.split("\\.");
        String[] others = token("ben", now.plusSeconds(300)).split("\\.");
        tokens.decode(token);

        Stream.of(
                        token.substring(0, token.length() - 1),
                        token.substring(0, token.length() - 8) + "AAAAAAAA",
                        token + ".AAAA",
                        parts[0] + "." + others[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1] + "." + others[2],
                        "eyJhbGciOiJub25lIn0." + parts[1] + ".")
                .forEach(almost -> {
                    assertThat(tokens.knows(almost)).as(almost).isFalse();
                    assertThatThrownBy(() -> tokens.decode(almost)).as(almost).isInstanceOf(JwtException.class);
                    assertThat(tokens.knows(almost)).as(almost).isFalse();
                });
    }

    @Test
    void shouldForgetATokenAtItsEnd() {
        RememberedTokens tokens = tokens(PLENTY);
        Instant end = now.plusSeconds(300);
        String token = token("anna", end);
        tokens.decode(token);

        now = end.minusSeconds(1);
        tokens.decode(token);
        assertThat(verified).hasSize(1);

        // The decoder's minute of clock skew: it says yes, and is asked each time.
        now = end;
        assertThat(tokens.knows(token)).isFalse();
        tokens.decode(token);
        tokens.decode(token);
        assertThat(verified).hasSize(3);

        now = end.plusSeconds(61);
        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void shouldNotRememberATokenThatIsRefusedOrNeverEnds() {
        RememberedTokens tokens = tokens(PLENTY);
        String over = token("anna", now.minusSeconds(90));
        String early = sign(new JWTClaimsSet.Builder()
                .subject("anna")
                .notBeforeTime(Date.from(now.plusSeconds(90)))
                .expirationTime(Date.from(now.plusSeconds(300))));
        String endless = sign(new JWTClaimsSet.Builder().subject("anna"));

        assertThatThrownBy(() -> tokens.decode(over)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> tokens.decode(early)).isInstanceOf(JwtException.class);
        tokens.decode(endless);

        assertThat(List.of(over, early, endless)).noneMatch(tokens::knows);
        now = now.plusSeconds(90);
        assertThat(tokens.decode(early).getSubject()).isEqualTo("anna");
    }

    /** The decoder hears of other keys by a token whose key it does not know, or within five minutes. */
    @Test
    void shouldForgetWhatWasVerifiedWithOtherKeys() {
        RememberedTokens tokens = tokens(PLENTY);
        String before = token("anna", now.plusSeconds(300));
        tokens.decode(before);

        issuer.replaceKey("second");
        String after = token("ben", now.plusSeconds(300));
        tokens.decode(after);

        assertThat(tokens.knows(before)).isFalse();
        assertThatThrownBy(() -> tokens.decode(before)).isInstanceOf(JwtException.class);
        tokens.decode(after);
        assertThat(tokens.knows(after)).isTrue();
    }

    /** Anybody can have the keys fetched again, by a token of a key that does not exist. */
    @Test
    void shouldRememberWhileKeysAreFetchedAgainButStayTheSame() throws IOException, JOSEException {
        RememberedTokens tokens = tokens(PLENTY);
        String token = token("anna", now.plusSeconds(300));
        tokens.decode(token);

        try (KeyServer stranger = new KeyServer()) {
            stranger.replaceKey("unknown");
            String strangers = stranger.sign(new JWTClaimsSet.Builder()
                    .subject("anna")
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .build());
            assertThatThrownBy(() -> tokens.decode(strangers)).isInstanceOf(JwtException.class);
        }

        assertThat(tokens.knows(token)).isTrue();
    }

    @Test
    void shouldKeepNoMoreThanFitsIntoItsBytes() {
        int length = token("customer 100", now.plusSeconds(300)).length();
        RememberedTokens tokens = tokens(10L * 5 * length);
        List<String> all = IntStream.range(100, 200)
                .mapToObj(n -> token("customer " + n, now.plusSeconds(300)))
                .toList();

        all.forEach(tokens::decode);

        assertThat(all.stream().filter(tokens::knows).count()).isBetween(1L, 10L);
        assertThat(all.stream().map(token -> tokens.decode(token).getSubject())).hasSize(100);
    }

    private RememberedTokens tokens(long mostBytes) {
        // The first token makes the decoder fetch its keys; before that nothing is remembered.
        decoder.decode(token("nobody", now.plusSeconds(300)));
        return new RememberedTokens(
                token -> {
                    verified.add(token);
                    return decoder.decode(token);
                },
                keys::now,
                clock(),
                mostBytes);
    }

    private String token(String subject, Instant end) {
        return sign(new JWTClaimsSet.Builder().subject(subject).expirationTime(Date.from(end)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            return issuer.sign(claims.build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
