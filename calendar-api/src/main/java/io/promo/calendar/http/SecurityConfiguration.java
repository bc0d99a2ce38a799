package io.promo.calendar.http;

import io.promo.http.BearerApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may do what: admins plan, operators look and try out, viewers look. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, BearerApi bearer) {
        return bearer.chain(
                http,
                "admins plan events; operators may look at them and try them out, viewers may look.",
                paths -> paths.requestMatchers(BearerApi.reading("/outbox"))
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers("/outbox/**")
                        .hasAnyRole("admin", "operator")
                        .requestMatchers(BearerApi.reading("/events/**"))
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers(HttpMethod.POST, "/events/preview")
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers(HttpMethod.POST, "/events/*/test-send")
                        .hasAnyRole("admin", "operator")
                        .anyRequest()
                        .hasRole("admin"));
    }
}
