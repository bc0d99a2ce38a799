package io.promo.bench.events;

import io.promo.events.EventType;
import io.promo.events.TopicsAutoConfiguration;
import io.promo.events.outbox.OutboxAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A service that has nothing but the product's outbox and relay, with nothing replaced; an interceptor listens to the producer. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    TopicsAutoConfiguration.class,
    OutboxAutoConfiguration.class
})
class WritingService {

    /**
     * Starts it in this process; close it in the end.
     *
     * @param outbox in whose database it writes
     * @param topic where changes of preferences go instead of their own topic
     */
    static ConfigurableApplicationContext start(OutboxTable outbox, String bootstrapServers, String topic) {
        SpringApplication application = new SpringApplication(WritingService.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--spring.main.banner-mode=off",
                "--spring.application.name=bench-events",
                "--spring.datasource.url=" + outbox.jdbcUrl(),
                "--spring.datasource.username=" + outbox.user(),
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.kafka.producer.properties[interceptor.classes]=" + Acknowledgements.class.getName(),
                "--promo.kafka.topics." + EventType.PREFERENCE_CHANGED.topic().defaultName() + "=" + topic);
    }
}
