package io.promo.http;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder;

/** The keys by which Spring's decoder verifies tokens at present. It fetches them anew as ever: every five minutes, or for a key it does not know. */
final class SigningKeys implements JwkSetUriJwtDecoderBuilderCustomizer {

    private volatile @Nullable JWKSetSource<SecurityContext> source;

    @Override
    public void customize(JwkSetUriJwtDecoderBuilder builder) {
        builder.jwtProcessorCustomizer(this::watch);
    }

    private void watch(ConfigurableJWTProcessor<SecurityContext> processor) {
        if (processor.getJWSKeySelector() instanceof JWSVerificationKeySelector<SecurityContext> selector
                && selector.getJWKSource() instanceof JWKSetBasedJWKSource<SecurityContext> keys) {
            source = keys.getJWKSetSource();
        }
    }

    /** Null while none are known: before the first token, or while the issuer does not answer. */
    @Nullable
    JWKSet now() {
        JWKSetSource<SecurityContext> keys = source;
        try {
            return keys == null
                    ? null
                    : keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), System.currentTimeMillis(), null);
        } catch (KeySourceException e) {
            return null;
        }
    }
}
