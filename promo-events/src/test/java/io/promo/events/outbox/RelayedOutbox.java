package io.promo.events.outbox;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.dispatch.RunEnded;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox of its own on real servers, with relays that a test starts and hurts as it likes. */
final class RelayedOutbox implements AutoCloseable {

    static final Duration BOUND = Duration.ofSeconds(60);

    /** Longest record the relays' producers take, in bytes. */
    static final int LONGEST_RECORD = 20_000;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int PARTITIONS = 3;

    final JdbcClient jdbc;
    final TransactionTemplate transaction;

    private final String bootstrapServers;
    private final TestDatabase database = TestDatabase.create(Database.CALENDAR);
    private final HikariDataSource pool = pool("writers", 6);
    private final EventCodec codec = new EventCodec();
    private final String topic;
    private final Outbox outbox;
    private final List<AutoCloseable> resources = new ArrayList<>(List.of(pool));
    private final List<ConsumerRecord<String, String>> received = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    /** One relay in its own process, as far as the servers can tell. */
    final class TestRelay {
        private final HikariDataSource connections;
        private final OutboxRelay relay;

        private TestRelay(String name) {
            connections = pool(name, 1);
            resources.add(connections);
            relay = new OutboxRelay(
                    new OutboxStore(
                            JdbcClient.create(connections),
                            new TransactionTemplate(new JdbcTransactionManager(connections))),
                    OutboxAutoConfiguration.producers(
                            Map.of("bootstrap.servers", bootstrapServers, "max.request.size", LONGEST_RECORD)));
            resources.add(relay::stop);
            relay.start();
        }

        void start() {
            relay.start();
        }

        void stop() {
            relay.stop();
        }

        void wake() {
            relay.wake();
        }

        /** Takes its database away for good, in mid-statement and without a word. */
        void die() throws SQLException {
            String name = connections.getPoolName();
            try (Connection connection = superuser();
                    var terminate = connection.prepareStatement(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?")) {
                connections.getHikariPoolMXBean().suspendPool();
                terminate.setString(1, name);
                terminate.execute();
            }
        }
    }

    RelayedOutbox(String bootstrapServers) throws Exception {
        this.bootstrapServers = bootstrapServers;
        var environment =
                new MockEnvironment().withProperty("promo.kafka.topic-prefix", "relay" + COUNT.incrementAndGet() + ".");
        var topics = new Topics(environment);
        topic = topics.name(Topic.PROMOTION_DISPATCHED);
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        outbox = new JdbcOutbox(jdbc, codec, topics, () -> {}, "test");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        resources.add(consumer);
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(topic, partition));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    TestRelay relay(String name) {
        return new TestRelay(name);
    }

    /** Writes version {@code version} of each key, in one transaction. */
    void append(List<String> keys, int version) {
        transaction.executeWithoutResult(status -> keys.forEach(key -> append(key, version)));
    }

    /** Within a transaction of the caller. */
    void append(String key, int version) {
        append(key, version, "COMPLETED");
    }

    /** Within a transaction of the caller. */
    void append(String key, int version, String state) {
        var ended = new RunEnded(
                UUID.randomUUID(), UUID.randomUUID(), LocalDate.EPOCH, version, state, 1, 1, 1, Instant.EPOCH);
        outbox.append(EventType.RUN_ENDED, "test", key, version, ended);
    }

    /** Writes an event whose topic the broker does not have. */
    void appendToAMissingTopic(String key) {
        var changed = new PreferenceChanged(UUID.randomUUID(), 1, true, Instant.EPOCH);
        transaction.executeWithoutResult(
                status -> outbox.append(EventType.PREFERENCE_CHANGED, "test", key, 1, changed));
    }

    /** Every record that has arrived so far, as often as it has. */
    List<ConsumerRecord<String, String>> received() {
        consumer.poll(Duration.ofMillis(100)).forEach(received::add);
        return received;
    }

    /** The versions of each key in the order of their first arrival, which is all that once-only consumers see. */
    Map<String, List<Integer>> versions() {
        Map<String, List<Integer>> versions = new LinkedHashMap<>();
        for (ConsumerRecord<String, String> record : received()) {
            int version =
                    codec.decode(record.value(), EventType.RUN_ENDED).payload().generation();
            List<Integer> seen = versions.computeIfAbsent(record.key(), key -> new ArrayList<>());
            if (!seen.contains(version)) {
                seen.add(version);
            }
        }
        return versions;
    }

    int waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Integer.class).single();
    }

    int lanesHeld() {
        return jdbc.sql("SELECT count(*) FROM outbox_lane WHERE lease_until > now()")
                .query(Integer.class)
                .single();
    }

    void awaitDrained() {
        await().atMost(BOUND).until(() -> waiting() == 0);
    }

    /** Makes a record short enough to be sent. */
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

    /** As if the time of every lease had passed. */
    void endLeases() {
        jdbc.sql("UPDATE outbox_lane SET lease_until = '-infinity'").update();
    }

    Connection connection() throws SQLException {
        return database.as(Role.OWNER).getConnection();
    }

    Connection superuser() throws SQLException {
        return database.asSuperuser().getConnection();
    }

    private HikariDataSource pool(String name, int size) {
        var made = new HikariDataSource();
        made.setJdbcUrl(database.jdbcUrl());
        made.setUsername(Role.CALENDAR.userName());
        made.setPoolName(name);
        made.addDataSourceProperty("ApplicationName", name);
        made.setMaximumPoolSize(size);
        made.setConnectionTimeout(1_000);
        made.setAllowPoolSuspension(true);
        return made;
    }

    @Override
    public void close() throws Exception {
        for (int i = resources.size() - 1; i >= 0; i--) {
            resources.get(i).close();
        }
    }
}
