package io.promo.dispatch.worker;

import io.promo.dispatch.DispatchSettings;
import io.promo.dispatch.partition.WorkerGroup;
import io.promo.events.Topic;
import io.promo.events.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.kafka.dsl.Kafka;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/** The road from Kafka to the {@link Intake}. Kafka distributes; it never decides who owns a partition. */
@Configuration(proxyBeanMethods = false)
@Profile("worker")
class WorkerFlow {

    /**
     * A consumer for each thread, with one record in hand at a time: while it is executed that consumer is paused and
     * polls, so a long step costs no rebalance and a free thread never waits for a busy one. Kafka partitions are dealt
     * out in turn, as consecutive partitions of a run are.
     */
    @Bean
    IntegrationFlow dispatchRequests(KafkaProperties kafka, Topics topics, DispatchSettings settings, Intake intake) {
        Map<String, Object> consumer = kafka.buildConsumerProperties();
        consumer.putAll(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                WorkerGroup.id(topics),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                RoundRobinAssignor.class.getName()));
        ContainerProperties container = new ContainerProperties(topics.name(Topic.PROMOTION_DISPATCH));
        container.setAckMode(ContainerProperties.AckMode.MANUAL);
        container.setAsyncAcks(true);
        container.setPollTimeout(1_000);
        container.setShutdownTimeout(3_000);
        MessagingMessageConverter converter = new MessagingMessageConverter();
        converter.setRawRecordHeader(true);
        return IntegrationFlow.from(Kafka.messageDrivenChannelAdapter(
                                new DefaultKafkaConsumerFactory<String, String>(consumer), container)
                        .configureListenerContainer(spec -> spec.concurrency(settings.workerThreads()))
                        .recordMessageConverter(converter))
                .handle(message -> intake.accept(
                        raw(message.getHeaders().get(KafkaHeaders.RAW_DATA)),
                        java.util.Objects.requireNonNull(
                                message.getHeaders().get(KafkaHeaders.ACKNOWLEDGMENT, Acknowledgment.class))))
                .get();
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, String> raw(@org.jspecify.annotations.Nullable Object header) {
        return (ConsumerRecord<String, String>) java.util.Objects.requireNonNull(header);
    }
}
