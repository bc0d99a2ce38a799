package io.promo.inbox.http;

import io.promo.http.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Caller}. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken token)) {
            throw new IllegalStateException("no bearer token on a path that demands one");
        }
        return new Caller(userId(token.getToken().getSubject()));
    }

    private static UUID userId(@Nullable String subject) {
        try {
            return UUID.fromString(String.valueOf(subject));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "no-inbox",
                    "The token's subject is not a customer's id, so it has no inbox. Sign in as a customer.");
        }
    }
}
