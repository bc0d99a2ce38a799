package io.promo.dispatch;

import io.promo.http.BearerApi;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may do what: viewers read, operators and admins act. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Promo dispatch",
                        version = "1",
                        description = "Runs, their audience and their past. Errors are RFC 9457 problem details."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, BearerApi bearer) {
        return bearer.chain(
                http,
                "operators and admins dispatch; viewers may look.",
                // Shows what a customer read.
                paths -> paths.requestMatchers("/test-sends/*")
                        .hasAnyRole("operator", "admin")
                        .requestMatchers(BearerApi.reading("/**"))
                        .hasAnyRole("viewer", "operator", "admin")
                        // Counts, and changes nothing.
                        .requestMatchers(HttpMethod.POST, "/audience/estimate")
                        .hasAnyRole("viewer", "operator", "admin")
                        .anyRequest()
                        .hasAnyRole("operator", "admin"));
    }
}
