package io.promo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.customer.CustomerForgotten;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.outbox.Outbox;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import io.promo.stack.testing.WithServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        properties = {
            "spring.kafka.consumer.auto-offset-reset=earliest",
            "spring.datasource.hikari.connection-timeout=1000"
        })
@WithServers(Database.CALENDAR)
class EventsOnRealServersTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String UNSTORABLE = "unstorable";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {

        final Queue<ConsumerRecord<String, String>> received = new ConcurrentLinkedQueue<>();
        final Queue<ConsumerRecord<String, String>> deadLetters = new ConcurrentLinkedQueue<>();
        final Queue<UUID> delivered = new ConcurrentLinkedQueue<>();
        final Queue<UUID> effects = new ConcurrentLinkedQueue<>();

        @Autowired
        private EventCodec codec;

        @Autowired
        private ConsumedEvents consumed;

        @KafkaListener(topics = "#{@topics.name('PROMOTION_DISPATCHED')}", groupId = "sink")
        void receive(ConsumerRecord<String, String> record) {
            received.add(record);
        }

        @KafkaListener(topics = "#{@topics.name('CUSTOMER_EVENTS')}", groupId = "effects")
        void consume(String value) {
            Envelope<?> event = codec.decode(value);
            delivered.add(event.eventId());
            consumed.once("effects", event, () -> effects.add(event.eventId()));
        }

        @KafkaListener(topics = "#{@topics.name('CUSTOMER_EVENTS_DLT')}", groupId = "dead")
        void dead(ConsumerRecord<String, String> record) {
            if (record.value().equals(UNSTORABLE)) {
                throw new IllegalArgumentException("nobody can keep this one");
            }
            deadLetters.add(record);
        }
    }

    @Autowired
    private Application application;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventCodec codec;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KafkaTemplate<String, String> kafka;

    @Autowired
    private Topics topics;

    @Autowired
    private TestServers servers;

    @Test
    void shouldSendWhatWasCommittedInOrderPerKeyAndNothingElse() {
        List<String> keys = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        for (int version = 1; version <= 5; version++) {
            int current = version;
            transaction.executeWithoutResult(status -> keys.forEach(key -> append(key, current)));
        }
        String rolledBack = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            append(rolledBack, 1);
            status.setRollbackOnly();
        });

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(versionsByKey(keys))
                        .hasSize(20)
                        .allSatisfy((key, versions) -> assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L)));
        assertThat(versionsByKey(List.of(rolledBack))).isEmpty();
    }

    @Test
    void shouldRefuseAnEventWithoutATransaction() {
        assertThatThrownBy(() -> append(UUID.randomUUID().toString(), 1))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldSendAgainWhatWasSentButNotDeletedAndYetTakeEffectOnce() {
        JdbcClient owner = JdbcClient.create(servers.database(Database.CALENDAR).as(Role.OWNER));
        owner.sql("REVOKE DELETE ON outbox FROM promo_calendar").update();
        UUID userId = UUID.randomUUID();
        var forgotten = new CustomerForgotten(userId, Instant.now());
        UUID eventId = transaction.execute(
                status -> outbox.append(EventType.CUSTOMER_FORGOTTEN, "customer", userId.toString(), 0, forgotten));
        try {
            await().atMost(BOUND)
                    .untilAsserted(
                            () -> assertThat(application.delivered.stream().filter(eventId::equals))
                                    .hasSizeGreaterThan(1));
        } finally {
            owner.sql("GRANT DELETE ON outbox TO promo_calendar").update();
        }

        await().atMost(BOUND).untilAsserted(() -> assertThat(waiting(eventId)).isZero());
        assertThat(application.effects.stream().filter(eventId::equals)).hasSize(1);
    }

    @Test
    void shouldTakeEffectOnceHoweverOftenDelivered() throws Exception {
        var forgotten = new CustomerForgotten(UUID.randomUUID(), Instant.now());
        String event = codec.encode(
                new Envelope<>(UUID.randomUUID(), "CustomerForgotten", Instant.now(), "test", 1, null, forgotten));
        String last = preference();
        for (String value : List.of(event, event, event, last)) {
            kafka.send(topics.name(Topic.CUSTOMER_EVENTS), 3, "key", value).get();
        }

        UUID eventId = codec.decode(event).eventId();
        await().atMost(BOUND)
                .until(() -> application.effects.contains(codec.decode(last).eventId()));
        assertThat(application.effects.stream().filter(eventId::equals)).hasSize(1);
    }

    @Test
    void shouldDeadLetterWhatCanNeverSucceedWithItsCauseAndGoOn() throws Exception {
        String oversized =
                preference().replace("\"producer\":\"test\"", "\"producer\":\"" + "y".repeat(600_000) + "\"");
        String unknown = preference().replace("PreferenceChanged", "Gossip");
        String incomplete = preference().replaceAll("\"user_id\":\"[^\"]*\",", "");
        String healthy = preference();
        for (String value : List.of("{not json", unknown, incomplete, oversized, healthy)) {
            kafka.send(topics.name(Topic.CUSTOMER_EVENTS), 5, "poison", value).get();
        }

        await().atMost(BOUND)
                .until(() -> application.effects.contains(codec.decode(healthy).eventId()));
        await().atMost(BOUND).until(() -> poison().size() == 4);
        assertThat(poison().stream().map(EventsOnRealServersTest::cause))
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("malformed"),
                        cause -> assertThat(cause).contains("unknown eventType: Gossip"),
                        cause -> assertThat(cause).contains("missing field: payload.user_id"),
                        cause -> assertThat(cause).contains("oversized"));
    }

    @Test
    void shouldTryAgainForAsLongAsTheDatabaseIsAway() throws Exception {
        String first = preference();
        String second = preference();
        UUID id = codec.decode(first).eventId();
        try (Connection server = postgres()) {
            String database =
                    jdbc.sql("SELECT current_database()").query(String.class).single();
            allowConnections(server, database, false);
            kafka.send(topics.name(Topic.CUSTOMER_EVENTS), 7, "key", first).get();
            kafka.send(topics.name(Topic.CUSTOMER_EVENTS), 7, "key", second).get();
            // An error that no outage explains is tried five times.
            await().atMost(BOUND)
                    .until(() ->
                            application.delivered.stream().filter(id::equals).count() > 5);
            assertThat(application.effects).doesNotContain(id);
            allowConnections(server, database, true);
        }

        UUID last = codec.decode(second).eventId();
        await().atMost(BOUND).until(() -> application.effects.contains(last));
        assertThat(application.effects.stream().filter(id::equals)).hasSize(1);
        assertThat(application.deadLetters).noneMatch(record -> record.value().equals(first));
    }

    @Test
    void shouldPassOverADeadLetterThatNobodyCanKeep() throws Exception {
        String topic = topics.name(Topic.CUSTOMER_EVENTS_DLT);
        kafka.send(topic, 0, null, UNSTORABLE).get();
        kafka.send(topic, 0, null, "kept").get();

        await().atMost(BOUND)
                .until(() -> application.deadLetters.stream()
                        .anyMatch(record -> record.value().equals("kept")));
    }

    private Connection postgres() throws SQLException {
        var server = new PGSimpleDataSource();
        server.setUrl(servers.database(Database.CALENDAR).jdbcUrl());
        server.setDatabaseName("postgres");
        server.setUser("postgres");
        return server.getConnection();
    }

    private static void allowConnections(Connection server, String database, boolean allowed) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + allowed);
            if (!allowed) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            }
        }
    }

    private List<ConsumerRecord<String, String>> poison() {
        return application.deadLetters.stream()
                .filter(record -> "poison".equals(record.key()))
                .toList();
    }

    private static String cause(ConsumerRecord<String, String> record) {
        return new String(
                record.headers().lastHeader("kafka_dlt-exception-message").value(), StandardCharsets.UTF_8);
    }

    private String preference() {
        var payload = new PreferenceChanged(UUID.randomUUID(), 1, true, Instant.now());
        return codec.encode(
                new Envelope<>(UUID.randomUUID(), "PreferenceChanged", Instant.now(), "test", 1, null, payload));
    }

    private void append(String key, long version) {
        var payload = new RunEnded(
                UUID.randomUUID(),
                UUID.fromString(key),
                LocalDate.of(2026, 5, 1),
                (int) version,
                "COMPLETED",
                1,
                1,
                1,
                Instant.now());
        outbox.append(EventType.RUN_ENDED, "event", key, version, payload);
    }

    private Map<String, List<Long>> versionsByKey(List<String> keys) {
        Map<String, List<Long>> versions = new HashMap<>();
        for (ConsumerRecord<String, String> record : application.received) {
            if (keys.contains(record.key())) {
                var ended = codec.decode(record.value(), EventType.RUN_ENDED).payload();
                versions.computeIfAbsent(record.key(), key -> new ArrayList<>()).add((long) ended.generation());
            }
        }
        return versions;
    }

    private int waiting(UUID eventId) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE id = ?")
                .param(eventId)
                .query(Integer.class)
                .single();
    }
}
