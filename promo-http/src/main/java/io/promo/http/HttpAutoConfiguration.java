package io.promo.http;

import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service problem details, strict requests, CORS, and what it secures itself with. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HttpAutoConfiguration.Cors.class)
@Import(ServerFront.class)
public class HttpAutoConfiguration {

    /**
     * Where browsers may call from.
     *
     * @param allowedOrigins exact origins such as {@code https://shop.example}; empty: same origin only
     */
    @ConfigurationProperties("promo.cors")
    record Cors(@DefaultValue List<String> allowedOrigins) {}

    @Bean
    Problems problems() {
        return new Problems();
    }

    /** Boot's decoder tells it where its keys come from. */
    @Bean
    SigningKeys signingKeys() {
        return new SigningKeys();
    }

    @Bean
    BearerApi bearerApi(@Value("${spring.application.name}") String service, JwtDecoder decoder, SigningKeys keys) {
        return new BearerApi(service, new RememberedTokens(decoder, keys::now));
    }

    @Bean
    RouteRules routeRules(ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        return new RouteRules(() -> adapter.getObject().getArgumentResolvers());
    }

    /** A route that cannot be known fails the start, not its first request. */
    @Bean
    SmartInitializingSingleton routesKnownAtStart(
            RouteRules rules,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        return () -> routes.ifAvailable(
                mapping -> rules.know(mapping.getHandlerMethods().values()));
    }

    @Bean
    WebMvcConfigurer routesRuled(RouteRules rules, ObjectProvider<Validator> validator) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new QueryArgument(validator.getIfAvailable()));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(rules);
            }
        };
    }

    /**
     * Spring Security would time each of its filters in each request; under load that took about a quarter of inbox-api's CPU
     * ({@code promo bench inbox}). Requests as a whole are still timed.
     */
    @Bean
    SecurityObservationSettings filtersUntimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequiredFields requiredFields() {
        return new RequiredFields();
    }

    /** After the controller and its method, so that it depends on nothing else; else methods of one name are numbered. */
    @Bean
    OperationCustomizer operationIds() {
        return (operation, method) -> operation.operationId(
                StringUtils.uncapitalize(method.getBeanType().getSimpleName().replace("Controller", ""))
                        + StringUtils.capitalize(method.getMethod().getName()));
    }

    /**
     * A field nobody knows is refused: a misspelt {@code dryRun} would otherwise send. So is one that stands there twice,
     * half a row per second, a number in quotes, a flag that is null, and a value that {@link RequestValues} refuses. Only
     * requests: what is read from Kafka or from the database may well be newer than this build.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequests(JsonMapper json) {
        JsonMapper strict = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .addModule(NullRefused.module())
                .addModule(StrictJson.module())
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    /** Spring looks for an adviser's {@code @InitBinder} methods anew with each request; this it asks once. */
    @Bean
    ConfigurableWebBindingInitializer strictParameters(
            @Qualifier("mvcConversionService") ConversionService conversions,
            @Qualifier("mvcValidator") org.springframework.validation.Validator constraints) {
        ConfigurableWebBindingInitializer initializer = new ConfigurableWebBindingInitializer();
        initializer.setConversionService(conversions);
        initializer.setValidator(constraints);
        initializer.setPropertyEditorRegistrar(new StrictParameters());
        return initializer;
    }

    @Bean
    HttpFirewall firewall() {
        return PlainHeaders.firewall();
    }

    /** By this name the chains of Spring Security find it. */
    @Bean
    CorsFilter corsFilter(Cors cors) {
        CorsFilter filter = new CorsFilter(allowed(cors));
        filter.setCorsProcessor(new AllowedOrigins());
        return filter;
    }

    /** The chains run it; the server need not run it, too. */
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilterInChainsOnly(CorsFilter filter) {
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    private static CorsConfigurationSource allowed(Cors cors) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(cors.allowedOrigins());
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(List.of(
                "Accept",
                "Authorization",
                "Cache-Control",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Last-Event-ID"));
        configuration.setMaxAge(Duration.ofHours(1));
        configuration.setExposedHeaders(List.of("ETag", "Location", "Retry-After"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", configuration);
        return source;
    }
}
