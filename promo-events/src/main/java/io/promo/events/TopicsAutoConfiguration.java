package io.promo.events;

import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Declares the topics to Spring's {@code KafkaAdmin}, which makes those that are missing when a service starts. */
@AutoConfiguration
public class TopicsAutoConfiguration {

    @Bean
    Topics topics(Environment environment) {
        return new Topics(environment);
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    NewTopics promoTopics(Topics topics) {
        return new NewTopics(Arrays.stream(Topic.values())
                .map(topic -> declare(topic, topics.name(topic)))
                .toArray(NewTopic[]::new));
    }

    private static NewTopic declare(Topic topic, String name) {
        // Replicas are the broker's own default: one locally, what the operator set elsewhere.
        return TopicBuilder.name(name)
                .partitions(topic.partitions())
                .config("retention.ms", Long.toString(topic.retention().toMillis()))
                .build();
    }
}
