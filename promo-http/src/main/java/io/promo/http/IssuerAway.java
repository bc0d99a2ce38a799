package io.promo.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while tokens cannot be verified because the identity provider does not answer: the caller's token may well
 * be good.
 */
final class IssuerAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IssuerAway.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | JwtDecoderInitializationException e) {
            log.warn("tokens cannot be verified: {}", e.getMessage());
            Refusal refusal = new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "issuer-unavailable",
                    "The identity provider does not answer, so your token cannot be verified. Try again soon.");
            refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
            ProblemWriter.write(request, response, refusal);
        }
    }
}
