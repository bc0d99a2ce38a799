package io.promo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.sql.Database;
import io.promo.stack.testing.WithServers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaAdmin;

@SpringBootTest(
        classes = TopicsTest.Application.class,
        properties = "promo.kafka.topics.promotion.dispatch=promotion.dispatch.elsewhere")
@WithServers(Database.CALENDAR)
class TopicsTest {

    @EnableAutoConfiguration
    static class Application {}

    @Autowired
    Topics topics;

    @Autowired
    KafkaAdmin kafkaAdmin;

    @Test
    void shouldMakeEveryDeclaredTopicAtStart() throws Exception {
        List<String> names = Arrays.stream(Topic.values()).map(topics::name).toList();
        try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
            Map<String, TopicDescription> made =
                    admin.describeTopics(names).allTopicNames().get(10, TimeUnit.SECONDS);

            for (Topic topic : Topic.values()) {
                assertThat(made.get(topics.name(topic)).partitions()).hasSize(topic.partitions());
            }
        }
    }

    @Test
    void shouldTakeNameAndPrefixFromTheConfiguration() {
        assertThat(topics.name(Topic.PROMOTION_DISPATCH)).matches("t\\d+\\.promotion\\.dispatch\\.elsewhere");
        assertThat(topics.name("PROMOTION_EVENTS")).matches("t\\d+\\.promotion\\.events");
    }
}
