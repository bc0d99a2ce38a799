package io.promo.calendar.http;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may do what: admins plan, operators and viewers look. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.cors(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/outbox")
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers("/outbox/**")
                        .hasAnyRole("admin", "operator")
                        .requestMatchers(HttpMethod.GET, "/events/**")
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers(HttpMethod.POST, "/events/preview")
                        .hasAnyRole("admin", "operator", "viewer")
                        .anyRequest()
                        .hasRole("admin"))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(unauthenticated(problems))
                        .accessDeniedHandler(denied(problems)))
                .addFilterBefore(new IssuerAway(problems), BearerTokenAuthenticationFilter.class)
                .build();
    }

    private static AuthenticationEntryPoint unauthenticated(HandlerExceptionResolver problems) {
        BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
        return (request, response, e) -> {
            challenge.commence(request, response, e);
            problems.resolveException(
                    request,
                    response,
                    null,
                    new Refusal(
                            HttpStatus.UNAUTHORIZED,
                            "unauthenticated",
                            "The bearer token is missing, expired or not meant for calendar-api. Sign in again."));
        };
    }

    private static AccessDeniedHandler denied(HandlerExceptionResolver problems) {
        BearerTokenAccessDeniedHandler challenge = new BearerTokenAccessDeniedHandler();
        return (request, response, e) -> {
            challenge.handle(request, response, e);
            problems.resolveException(
                    request,
                    response,
                    null,
                    new Refusal(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "Your role does not allow this: admins plan events; operators and viewers may look at them."));
        };
    }
}
