package io.promo.inbox;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.message.MessageId;
import io.promo.events.message.MessageParams;
import io.promo.events.outbox.Outbox;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import io.promo.stack.testing.TestToken;
import io.promo.stack.testing.WithServers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service on real servers, spoken to over HTTP as a browser would. One Spring context for all tests of the module:
 * each test makes users and events of its own.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.structured.format.console=",
            "promo.cors.allowed-origins=https://shop.example",
            "spring.datasource.hikari.data-source-properties.options=" + InboxTest.COMMIT_FOR_GOOD
        })
@WithServers(Database.INBOX)
public abstract class InboxTest {

    /**
     * As a real server does, unlike the hasty one of tests: VACUUM does not call rows visible to all while the log lacks
     * the commit of any of their neighbours in time.
     */
    static final String COMMIT_FOR_GOOD = "-c synchronous_commit=on";

    /** What a message says when a test does not care. */
    protected static final String SUBJECT = "Sale";

    /** By role; there is one database for all tests. */
    private static final Map<Role, DataSource> CONNECTIONS = new ConcurrentHashMap<>();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The clock of the database, which runs on the same machine. */
    protected final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    protected final UUID user = UUID.randomUUID();

    @Autowired
    protected TestServers servers;

    @Autowired
    private Topics topics;

    @Autowired
    private Outbox outbox;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private KafkaTemplate<String, String> kafka;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    /** Speaks as the test's own customer. */
    protected Browser customer() {
        return customer(user);
    }

    /** The body that marks all read that the customer's list shows now. */
    protected String allThatIsShown() {
        return "{\"upTo\":\"" + customer().get("/messages").json().get("upTo").asString() + "\"}";
    }

    protected Browser customer(UUID id) {
        return browser(TestToken.of("customer").subject(id).bearer());
    }

    protected Browser staff(String role) {
        return browser(TestToken.of(role).bearer());
    }

    protected Browser browser(@Nullable String authorization) {
        return new Browser(port, authorization);
    }

    /** Asks at the port for management, as nobody where the token is null. */
    protected Browser management(@Nullable String authorization) {
        return new Browser(management, authorization);
    }

    /** The inbox database as one of our roles sees it. */
    protected JdbcClient as(Role role) {
        return JdbcClient.create(CONNECTIONS.computeIfAbsent(role, this::connect));
    }

    /** A session that is there already knows the tables and functions; making one anew takes longer than what most tests do. */
    private DataSource connect(Role role) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(servers.database(Database.INBOX).jdbcUrl());
        database.setUsername(role.userName());
        database.addDataSourceProperty("options", COMMIT_FOR_GOOD);
        database.setMaximumPoolSize(2);
        database.setMinimumIdle(0);
        return database;
    }

    /** Writes a message to the test's own customer, as dispatch would and with no more rights; returns its id. */
    protected UUID deliver(UUID event, LocalDate date) {
        return deliver(user, event, date, template(event, SUBJECT, "Come in"));
    }

    protected UUID deliver(UUID to, UUID event, LocalDate date, UUID template, @Nullable String... params) {
        if (date.isBefore(today)) {
            openOn(event, date);
        }
        openNow(event, date);
        as(Role.WORKER)
                .sql("INSERT INTO inbox_message (delivery_id, user_id, template_no, params)"
                        + " SELECT delivery_id, ?, template_no, ? FROM delivery d, message_template"
                        + " WHERE d.event_id = ? AND dispatch_date = ? AND template_id = ?")
                .params(to, MessageParams.join(Arrays.asList(params)), event, date, template)
                .update();
        return MessageId.of(to, event, date);
    }

    /** Gives the run its place in the lists before it writes anything. */
    protected void openNow(UUID event, LocalDate date) {
        as(Role.MANAGER)
                .sql("SELECT open_delivery(?, ?)")
                .params(event, date)
                .query(Long.class)
                .single();
    }

    /** As if the delivery had begun on its date. */
    private void openOn(UUID event, LocalDate date) {
        as(Role.OWNER)
                .sql("SELECT ensure_inbox_partition(?)")
                .param(date)
                .query(String.class)
                .single();
        as(Role.OWNER)
                .sql("INSERT INTO delivery (delivery_id, event_id, dispatch_date) SELECT max(n) + 1, ?, ? FROM ("
                        + "SELECT max(delivery_id) AS n FROM delivery WHERE delivery_id < delivery_number(?::date + 1)"
                        + " UNION ALL SELECT delivery_number(?::date)) AS taken ON CONFLICT DO NOTHING")
                .params(event, date, date, date)
                .update();
    }

    protected UUID template(UUID event, String subject, String body, String... placeholders) {
        UUID id = UUID.randomUUID();
        as(Role.MANAGER)
                .sql("INSERT INTO message_template"
                        + " (template_id, event_id, event_version, locale, subject, body, link, placeholders)"
                        + " VALUES (?, ?, 1, 'en', ?, ?, 'https://shop.example/sale', ?)")
                .params(id, event, subject, body, placeholders)
                .update();
        return id;
    }

    /** Gives this week's partition and the last one's two thousand messages of others and one of the test's customer, vacuumed. */
    protected void fillTwoPartitions(UUID event) {
        for (int week = 0; week < 2; week++) {
            deliver(event, today.minusWeeks(week));
            as(Role.OWNER).sql("""
                            INSERT INTO inbox_message (delivery_id, user_id, template_no)
                            SELECT delivery_id, gen_random_uuid(), 1 FROM delivery, generate_series(1, 2000)
                            WHERE event_id = ? AND dispatch_date = ?""").params(event, today.minusWeeks(week)).update();
        }
        // A snapshot that some other transaction still holds keeps rows from being visible to all.
        await().atMost(Duration.ofSeconds(20)).until(this::vacuumed);
    }

    private boolean vacuumed() {
        List<String> partitions = as(Role.INBOX)
                .sql("SELECT format('VACUUM (ANALYZE) %I', name) FROM inbox_partition")
                .query(String.class)
                .list();
        partitions.forEach(vacuum -> as(Role.INBOX).sql(vacuum).update());
        return as(Role.OWNER)
                .sql("SELECT bool_and(relallvisible = relpages) FROM pg_class"
                        + " JOIN pg_partition_tree('inbox_message') ON relid = pg_class.oid WHERE isleaf")
                .query(Boolean.class)
                .single();
    }

    /** Says something on the event's own topic, by way of an outbox as every service does. */
    protected <T> void publish(EventType<T> type, UUID key, T payload) {
        transaction.executeWithoutResult(status -> outbox.append(type, "test", key.toString(), 0, payload));
    }

    /** Puts a record of any sort on a topic. */
    protected void send(Topic topic, UUID key, String value) {
        kafka.send(topics.name(topic), key.toString(), value).join();
    }

    /** The events with that key, once there are as many; in order. */
    protected List<JsonNode> awaitEvents(Topic topic, UUID key, int count) {
        return awaitValues(topic, key, count).stream().map(JSON::readTree).toList();
    }

    /** The values of the records with that key, once there are as many; in order. */
    protected List<String> awaitValues(Topic topic, UUID key, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.name(topic)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.toString().equals(record.key())) {
                        values.add(record.value());
                    }
                });
                return values.size() >= count;
            });
        }
        return values;
    }
}
