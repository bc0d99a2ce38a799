package io.promo.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.consumer.ConsumerAutoConfiguration;
import io.promo.events.outbox.Outbox;
import io.promo.events.outbox.OutboxAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.listener.CommonErrorHandler;

/** What is there when the servers are not: neither database nor broker answers here, and contexts start all the same. */
class AutoConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withPropertyValues(
                    "spring.application.name=test",
                    "spring.kafka.bootstrap-servers=127.0.0.1:1",
                    "spring.kafka.admin.auto-create=false",
                    "spring.datasource.hikari.initialization-fail-timeout=-1",
                    "spring.datasource.hikari.connection-timeout=250")
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    TopicsAutoConfiguration.class,
                    OutboxAutoConfiguration.class,
                    ConsumerAutoConfiguration.class));

    @Test
    void shouldHaveNoOutboxWithoutADatabase() {
        context.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(HikariDataSource.class))
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .hasSingleBean(EventCodec.class)
                        .doesNotHaveBean(Outbox.class)
                        .doesNotHaveBean(ConsumedEvents.class));
    }

    @Test
    void shouldHaveNoOutboxWithoutKafka() {
        context.withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .hasSingleBean(Topics.class)
                        .doesNotHaveBean(Outbox.class)
                        .doesNotHaveBean(CommonErrorHandler.class));
    }

    @Test
    void shouldHaveAllWithBothAndNoRestWithoutAWebServer() {
        context.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .hasSingleBean(Outbox.class)
                        .hasSingleBean(ConsumedEvents.class)
                        .hasSingleBean(CommonErrorHandler.class)
                        .doesNotHaveBean("outboxController"));
    }
}
