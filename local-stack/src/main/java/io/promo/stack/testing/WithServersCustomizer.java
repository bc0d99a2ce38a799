package io.promo.stack.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Sets the properties before the context is refreshed. Equal annotations make equal customizers, hence one context. */
record WithServersCustomizer(WithServers wanted) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var servers = new TestServers(wanted);
        Map<String, Object> properties = Map.copyOf(servers.properties());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test servers", properties));
        context.getBeanFactory().registerSingleton("testServers", servers);
    }

    /** Spring finds it through the annotation. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
            WithServers wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, WithServers.class);
            return wanted == null ? null : new WithServersCustomizer(wanted);
        }
    }
}
