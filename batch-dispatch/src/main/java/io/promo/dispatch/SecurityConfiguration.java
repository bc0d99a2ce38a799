package io.promo.dispatch;

import io.promo.http.BearerApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may do what: viewers read, operators and admins act. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, BearerApi bearer) {
        return bearer.chain(
                http,
                "operators and admins dispatch; viewers may look.",
                paths -> paths.requestMatchers(HttpMethod.GET)
                        .hasAnyRole("viewer", "operator", "admin")
                        .anyRequest()
                        .hasAnyRole("operator", "admin"));
    }
}
