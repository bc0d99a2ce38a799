package io.promo.calendar.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;

/** JSON, CORS and the actor as an argument. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebConfiguration.Cors.class)
class WebConfiguration implements WebMvcConfigurer {

    /**
     * Where browsers may call from.
     *
     * @param allowedOrigins exact origins such as {@code https://shop.example}; empty: same origin only
     */
    @ConfigurationProperties("promo.cors")
    record Cors(@DefaultValue List<String> allowedOrigins) {}

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    /** A field that stands there twice is an error: nobody knows which one was meant. */
    @Bean
    JsonMapperBuilderCustomizer noDoubledFields() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(Cors cors) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(cors.allowedOrigins());
        configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(
                List.of("Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key"));
        configuration.setExposedHeaders(List.of("ETag", "Location", "Retry-After"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", configuration);
        return source;
    }
}
