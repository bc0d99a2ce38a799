package io.promo.dispatch.engine;

import io.promo.stack.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.core.KafkaTemplate;

/** What went through Kafka, and ways to send it again or to lose it. */
@TestComponent
public class Records {

    private final TestServers servers;
    private final KafkaTemplate<String, String> kafka;

    Records(TestServers servers, KafkaTemplate<String, String> kafka) {
        this.servers = servers;
        this.kafka = kafka;
    }

    /** Sends what was ever requested for the run so many times more; returns how many records that are. */
    public int sendRequestsAgain(UUID run, int times) {
        List<ConsumerRecord<String, String>> records = read("promotion.dispatch").stream()
                .filter(record -> record.value().contains(run.toString()))
                .toList();
        for (int i = 0; i < times; i++) {
            records.forEach(record -> kafka.send(record.topic(), record.partition(), record.key(), record.value()));
        }
        kafka.flush();
        return records.size() * times;
    }

    public void sendRequest(String json) {
        kafka.send(servers.topicPrefix() + "promotion.dispatch", "key", json);
    }

    public long deadLetters() {
        return read("promotion.dispatch.dlt").size();
    }

    /** What was said about the run when it was over. */
    public String awaitRunEnded(UUID run) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> runEnded(run), values -> values.size() == 1)
                .get(0);
    }

    /** What has been said so far about the run's ends; it has another end when it is restarted. */
    public List<String> runEnded(UUID run) {
        return read("promotion.dispatched").stream()
                .map(ConsumerRecord::value)
                .filter(value -> value.contains(run.toString()))
                .toList();
    }

    /** The customers of whom was told that they are forgotten. */
    public List<String> toldForgotten() {
        return read("customer.events").stream()
                .filter(record -> record.value().contains("CustomerForgotten"))
                .map(ConsumerRecord::key)
                .toList();
    }

    /** Makes the workers' group, empty at this time, believe that it has seen all there is. */
    public void skipRequests() {
        String topic = servers.topicPrefix() + "promotion.dispatch";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()));
                KafkaConsumer<String, String> consumer = consumer()) {
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            consumer.endOffsets(partitions(consumer, topic))
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
            admin.alterConsumerGroupOffsets(topic + ".worker", ends).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All there are but tombstones, which nobody takes for anything. */
    private List<ConsumerRecord<String, String>> read(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, servers.topicPrefix() + topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            records.removeIf(record -> record.value() == null);
            return records;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
