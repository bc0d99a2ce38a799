package io.promo.events.outbox;

import io.promo.events.EventCodec;
import io.promo.events.Topics;
import io.promo.events.TopicsAutoConfiguration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service with a database and Kafka its outbox, the relay that empties it, and the REST face for operators. */
@AutoConfiguration(
        after = {TopicsAutoConfiguration.class, KafkaAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnBean({JdbcClient.class, KafkaConnectionDetails.class})
public class OutboxAutoConfiguration {

    /** A broker that is away shall cost a try seconds, not minutes: the outbox keeps the record, not the client. */
    private static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            3_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            4_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            6_000,
            ProducerConfig.LINGER_MS_CONFIG,
            2,
            ProducerConfig.BATCH_SIZE_CONFIG,
            64 * 1024,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class);

    @Bean
    OutboxRelay outboxRelay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KafkaProperties properties,
            KafkaConnectionDetails connection) {
        Map<String, Object> settings = properties.buildProducerProperties();
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getProducer().getBootstrapServers());
        return new OutboxRelay(new OutboxStore(jdbc, new TransactionTemplate(transactions)), producers(settings));
    }

    /**
     * Makes the relay's producers.
     *
     * @param settings where the broker is and how to get in; the rest is the relay's own
     */
    static Supplier<Producer<String, String>> producers(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(PRODUCER);
        return () -> new KafkaProducer<>(all);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            EventCodec codec,
            Topics topics,
            OutboxRelay relay,
            @Value("${spring.application.name}") String producer) {
        return new JdbcOutbox(jdbc, codec, topics, relay::wake, producer);
    }

    /** For services with a web server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Rest {

        @Bean
        OutboxController outboxController(JdbcClient jdbc, OutboxRelay relay) {
            return new OutboxController(new OutboxRecords(jdbc), relay::wake);
        }
    }
}
