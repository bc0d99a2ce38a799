package io.promo.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.calendar.CalendarTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.servlet.HandlerExceptionResolver;

class IssuerAwayTest extends CalendarTest {

    @Autowired
    @Qualifier("handlerExceptionResolver")
    private HandlerExceptionResolver problems;

    /** As Spring Security throws them: before the issuer's keys were ever fetched, and afterwards. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAskToTryAgainWhileTokensCannotBeVerified(boolean atFirst) throws Exception {
        var response = new MockHttpServletResponse();
        new IssuerAway(problems).doFilter(new MockHttpServletRequest("GET", "/events"), response, (asked, answered) -> {
            throw atFirst
                    ? new JwtDecoderInitializationException("no answer", new IllegalStateException())
                    : new AuthenticationServiceException("no answer");
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("urn:promo:problem:issuer-unavailable");
    }
}
