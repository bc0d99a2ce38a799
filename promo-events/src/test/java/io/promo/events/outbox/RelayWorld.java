package io.promo.events.outbox;

import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.TopicsAutoConfiguration;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestDatabase;
import io.promo.stack.testing.TestKafka;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database and a topic, any number of relays between them, and no other. */
final class RelayWorld implements AutoCloseable {

    /** Longest record the relays' producers accept, in bytes. */
    static final int LONGEST_RECORD = 20_000;

    private static final int PARTITIONS = 4;

    private final TestDatabase database = TestDatabase.create(Database.CALENDAR);
    private final DataSource dataSource = database.as(Role.CALENDAR);
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final OutboxStore store = new OutboxStore(jdbc, transaction);
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final String topic;
    private final JdbcOutbox outbox;

    RelayWorld() {
        Topics topics = topics("relay-" + UUID.randomUUID() + ".");
        topic = topics.name(Topic.PROMOTION_DISPATCHED);
        makeTopic();
        outbox = new JdbcOutbox(jdbc, new EventCodec(), topics, () -> relays.forEach(OutboxRelay::wake), "relay-test");
    }

    OutboxStore store() {
        return store;
    }

    /** A relay, not yet started. */
    OutboxRelay relay() {
        return relay(TestKafka.bootstrapServers());
    }

    OutboxRelay relay(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "max.block.ms",
                500,
                "max.request.size",
                LONGEST_RECORD,
                "reconnect.backoff.max.ms",
                200);
        var relay =
                new OutboxRelay(store, new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
        relays.add(relay);
        return relay;
    }

    <T> void append(EventType<T> type, String key, long version, T payload) {
        transaction.executeWithoutResult(status -> outbox.append(type, "test", key, version, payload));
    }

    /** What waits. */
    List<OutboxRecord> outbox() {
        return store.list(null, 10_000);
    }

    /** Makes a record's state short enough to be sent. */
    void mend(UUID id) {
        jdbc.sql("UPDATE outbox SET payload = jsonb_set(payload, '{payload,state}', '\"COMPLETED\"') WHERE id = ?")
                .param(id)
                .update();
    }

    /** Returns when the lease ends. */
    Instant leaseAllLanesTo(String holder, Duration lease) {
        return jdbc.sql("UPDATE outbox_lane SET holder = ?, lease_until = now() + make_interval(secs => ?)"
                        + " RETURNING lease_until")
                .params(holder, lease.toSeconds())
                .query(Timestamp.class)
                .list()
                .get(0)
                .toInstant();
    }

    /** All that the topic holds, in order within each key. */
    List<ConsumerRecord<String, String>> received() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::close);
    }

    private static Topics topics(String prefix) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("promo.kafka.topic-prefix", prefix)));
            context.register(TopicsAutoConfiguration.class);
            context.refresh();
            return context.getBean(Topics.class);
        }
    }

    private void makeTopic() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
