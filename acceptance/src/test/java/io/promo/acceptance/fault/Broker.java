package io.promo.acceptance.fault;

import static org.awaitility.Awaitility.await;

import io.promo.acceptance.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What others than Promo can do to the topics of the stack's broker. */
final class Broker implements AutoCloseable {

    static final String REQUESTS = "promotion.dispatch";
    static final String EVENTS = "promotion.events";

    private static final String WORKERS = "promotion.dispatch.worker";

    private final Map<String, Object> settings;
    private final KafkaProducer<String, String> producer;

    Broker(Stack stack) {
        settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + stack.settings.ports().kafka());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** All requests for partitions of a run there are in the topic. */
    List<ConsumerRecord<String, String>> requests(UUID runId) {
        return records(REQUESTS).stream()
                .filter(record -> record.value().contains(runId.toString()))
                .toList();
    }

    /** All records of a topic. */
    List<ConsumerRecord<String, String>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Appends them to their topic partitions once more. */
    void send(List<ConsumerRecord<String, String>> records) {
        records.forEach(it ->
                producer.send(new ProducerRecord<>(it.topic(), it.partition(), it.key(), it.value(), it.headers())));
        producer.flush();
    }

    /** Appends them once more, each in the topic partition half the topic away: for another consumer than before. */
    void sendElsewhere(List<ConsumerRecord<String, String>> records) {
        int partitions = producer.partitionsFor(REQUESTS).size();
        records.forEach(it -> producer.send(new ProducerRecord<>(
                it.topic(), (it.partition() + partitions / 2) % partitions, it.key(), it.value(), it.headers())));
        producer.flush();
    }

    /** Appends a record and waits for its acknowledgement. */
    void send(String topic, String key, String value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    /** Deletes these records, and with them all before them. */
    void delete(Collection<ConsumerRecord<String, String>> records) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> until = new HashMap<>();
        past(records).forEach((partition, offset) -> until.put(partition, RecordsToDelete.beforeOffset(offset)));
        try (Admin admin = Admin.create(settings)) {
            admin.deleteRecords(until).all().get();
        }
    }

    /** Commits offsets beyond these records in the name of the workers, once the broker knows of no living one. */
    void commitPast(Collection<ConsumerRecord<String, String>> records) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        past(records).forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        try (Admin admin = Admin.create(settings)) {
            await("the group of workers is empty")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> {
                        admin.alterConsumerGroupOffsets(WORKERS, offsets).all().get();
                        return true;
                    });
        }
    }

    private static Map<TopicPartition, Long> past(Collection<ConsumerRecord<String, String>> records) {
        Map<TopicPartition, Long> past = new HashMap<>();
        records.forEach(it -> past.merge(new TopicPartition(it.topic(), it.partition()), it.offset() + 1, Math::max));
        return past;
    }

    @Override
    public void close() {
        producer.close();
    }
}
