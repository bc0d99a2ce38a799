package io.promo.http;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before everything else, at the service's port and at the one for its management alike. */
@Configuration(proxyBeanMethods = false)
class ServerFront {

    /** After the filter that times requests, so that those refused are counted, too. */
    @Bean
    FilterRegistrationBean<RequestCheck> requestCheck() {
        var registration = new FilterRegistrationBean<>(new RequestCheck());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsInPlaceOfPages() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
