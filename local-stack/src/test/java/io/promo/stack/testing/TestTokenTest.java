package io.promo.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;

class TestTokenTest {

    private final JwtDecoder decoder = JwtDecoders.fromIssuerLocation(TestIssuer.uri());

    @Test
    void shouldCarryTheClaimsOfKeycloakUnderASignatureThatHolds() {
        UUID anna = new UUID(0, 1);

        Jwt token = decoder.decode(
                TestToken.of("customer").subject(anna).audience("inbox-api").value());

        assertThat(token.getSubject()).isEqualTo(anna.toString());
        assertThat(token.getAudience()).containsExactly("inbox-api");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("customer");
        assertThat(token.getClaimAsString("preferred_username")).isEqualTo("customer");
    }

    @Test
    void shouldBeRefusedWhenExpiredOrSignedByAStranger() {
        assertThatThrownBy(() -> decoder.decode(TestToken.of("admin").expired().value()))
                .isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode(TestToken.of("admin").forged().substring("Bearer ".length())))
                .isInstanceOf(BadJwtException.class);
    }
}
