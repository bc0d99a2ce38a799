package io.promo.inbox.http;

import io.promo.http.BearerApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may do what. An inbox belongs to a customer; staff see deliveries and the outbox, never an inbox. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, BearerApi bearer) {
        return bearer.chain(
                http,
                "inboxes are for customers, /admin and /outbox for staff.",
                paths -> paths.requestMatchers("/messages/**", "/preferences")
                        .hasRole("customer")
                        .requestMatchers("/admin/**")
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers(BearerApi.reading("/outbox"))
                        .hasAnyRole("admin", "operator", "viewer")
                        .requestMatchers("/outbox/**")
                        .hasAnyRole("admin", "operator")
                        .anyRequest()
                        .authenticated());
    }
}
