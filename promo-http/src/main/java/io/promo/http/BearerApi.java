package io.promo.http;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Secures a service whose callers bring a bearer token with each request. Tokens are checked as Boot's own properties say, and remembered;
 * health and the OpenAPI document are open to anyone, all else of Actuator's to staff. Whoever is not let in is told so by a
 * problem detail.
 */
public final class BearerApi {

    private final String service;
    private final RememberedTokens tokens;

    BearerApi(String service, RememberedTokens tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    /** Matches whoever only looks: GET, and HEAD, which is GET without its body. */
    public static RequestMatcher reading(String pattern) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(paths.matcher(HttpMethod.GET, pattern), paths.matcher(HttpMethod.HEAD, pattern));
    }

    /**
     * The service's filter chain.
     *
     * @param whoMay a sentence for those whose role does not suffice
     * @param rules the service's own paths and roles, the last of them for any other request
     */
    public SecurityFilterChain chain(
            HttpSecurity http,
            String whoMay,
            Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                    rules) {
        return http.cors(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole("admin", "operator", "viewer"))
                .authorizeHttpRequests(rules)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new RememberedBearer(tokens))
                        .jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(unauthenticated())
                        .accessDeniedHandler(denied(whoMay)))
                .addFilterBefore(new IssuerAway(), BearerTokenAuthenticationFilter.class)
                .build();
    }

    private AuthenticationEntryPoint unauthenticated() {
        BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
        return (request, response, e) -> {
            challenge.commence(request, response, e);
            ProblemWriter.write(
                    request,
                    response,
                    new Refusal(
                            HttpStatus.UNAUTHORIZED,
                            "unauthenticated",
                            "The bearer token is missing, expired or not meant for " + service + ". Sign in again."));
        };
    }

    private AccessDeniedHandler denied(String whoMay) {
        BearerTokenAccessDeniedHandler challenge = new BearerTokenAccessDeniedHandler();
        return (request, response, e) -> {
            challenge.handle(request, response, e);
            ProblemWriter.write(
                    request,
                    response,
                    new Refusal(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this: " + whoMay));
        };
    }
}
