package io.promo.events;

import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/**
 * Makes the topics of {@link Topic} that are missing on the broker that {@code spring.kafka.*} names, sets the
 * retention of the others, and exits; with 1 when the broker refuses or cannot be reached. Replication is the broker's
 * default.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(KafkaAutoConfiguration.class)
public class CreateTopics {

    public static void main(String[] args) {
        new SpringApplicationBuilder(CreateTopics.class)
                .web(WebApplicationType.NONE)
                .properties("spring.kafka.admin.fail-fast=true", "spring.kafka.admin.modify-topic-configs=true")
                .run(args)
                .close();
    }

    @Bean
    NewTopics declaredTopics() {
        return new NewTopics(
                Arrays.stream(Topic.values()).map(CreateTopics::declared).toArray(NewTopic[]::new));
    }

    private static NewTopic declared(Topic topic) {
        return TopicBuilder.name(topic.defaultName())
                .partitions(topic.partitions())
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(topic.retention().toMillis()))
                .build();
    }
}
