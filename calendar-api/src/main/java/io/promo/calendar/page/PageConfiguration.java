package io.promo.calendar.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves what the module promo-ui has built, where it is in the class path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UiSettings.class)
class PageConfiguration implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/";
    private static final String NOT_BUILT = """
            The page is not in this build of calendar-api: it was built with -Dui.skip.
            Install Node.js 20.19 or newer with npm and build again without it: mvn package
            The API is here all the same; /v3/api-docs describes it.
            """;

    /** Names of assets change with their content; they never go stale. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/favicon.svg").addResourceLocations(FILES).setCacheControl(CacheControl.noCache());
    }

    /** Asked before any controller is. */
    @Bean
    RouterFunction<ServerResponse> page(@Value(FILES + "index.html") Resource index) throws IOException {
        ServerResponse page = index.exists() ? html(index.getContentAsByteArray()) : notBuilt();
        return RouterFunctions.route(request -> PageRequests.matches(request.servletRequest()), request -> page);
    }

    /** With a weak tag, as a strong one would keep the server from compressing it. */
    private static ServerResponse html(byte[] page) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(page) + "\"")
                .body(page);
    }

    private static ServerResponse notBuilt() {
        return ServerResponse.status(HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.TEXT_PLAIN)
                .body(NOT_BUILT);
    }
}
