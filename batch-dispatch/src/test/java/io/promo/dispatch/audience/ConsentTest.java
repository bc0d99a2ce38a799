package io.promo.dispatch.audience;

import static io.promo.dispatch.Promotions.around;
import static io.promo.dispatch.Promotions.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.dispatch.Promotions;
import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** inbox-api owns what customers want. An import may unsubscribe, tells inbox-api so, and never subscribes. */
@ManagerTest
class ConsentTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    Topics topics;

    @Autowired
    EventCodec codec;

    @Autowired
    TestServers servers;

    @Autowired
    Promotions promotions;

    @Autowired
    EarlierUnsubscriptions earlier;

    private final UUID user = UUID.randomUUID();

    @Test
    void shouldTellOfThoseWhomAnImportUnsubscribesAndOfNobodyElse() {
        UUID other = UUID.randomUUID();
        load(user + ",true\n" + other + ",false\n");
        load(user + ",true\n" + other + ",\n");
        load(other + ",true\n");
        api.postCsv("/audience/import?dryRun=true", csv(UUID.randomUUID() + ",true\n"));

        assertThat(told(user)).singleElement().satisfies(told -> {
            assertThat(told.importedBy()).isEqualTo("operator");
            assertThat(told.importedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
        assertThat(told(other)).hasSize(1);
    }

    @Test
    void shouldTellOfManyAndOfNoneWhoSaidSoThemselves() {
        say(user, 1, true, null);
        awaitPreference(user, 1);
        List<UUID> many =
                IntStream.range(0, 2_500).mapToObj(i -> UUID.randomUUID()).toList();
        StringBuilder lines = new StringBuilder(user + ",true\n");
        many.forEach(id -> lines.append(id).append(",true\n"));
        load(lines.toString());

        await().atMost(BOUND)
                .until(() -> all().stream()
                                .filter(told -> many.contains(told.userId()))
                                .count()
                        == many.size());
        assertThat(told(user, 0)).isEmpty();
    }

    @Test
    void shouldNotBringBackWhomAnImportUnsubscribedByAnOlderWord() {
        load(user + ",true\n");
        load(user + ",false\n");
        assertThat(unsubscribed()).isTrue();

        say(user, 3, false, null);
        awaitPreference(user, 3);
        assertThat(unsubscribed())
                .as("said before inbox-api heard of the import")
                .isTrue();

        say(user, 4, true, "operator");
        awaitPreference(user, 4);
        assertThat(unsubscribed()).isTrue();

        say(user, 5, false, null);
        awaitPreference(user, 5);
        assertThat(unsubscribed()).as("said after that").isFalse();

        load(user + ",true\n");
        assertThat(unsubscribed()).isTrue();
        assertThat(told(user, 2)).hasSize(2);
    }

    @Test
    void shouldTellOnceOfThoseWhomAnImportUnsubscribedBeforeItWasTold() {
        UUID back = UUID.randomUUID();
        UUID erased = UUID.randomUUID();
        load(user + ",\n" + back + ",\n");
        jdbc.sql(
                        "UPDATE customer SET unsubscribed = true, unsubscribed_at = now(), unsubscribed_by = 'somebody' WHERE user_id = ?")
                .param(user)
                .update();
        for (UUID customer : List.of(user, back, erased)) {
            JdbcClient.create(servers.database(Database.DISPATCH).as(Role.OWNER))
                    .sql("INSERT INTO untold_unsubscription VALUES (?)")
                    .param(customer)
                    .update();
        }

        earlier.tell();
        earlier.tell();

        assertThat(told(user))
                .singleElement()
                .satisfies(told -> assertThat(told.importedBy()).isEqualTo("somebody"));
        assertThat(told(back, 0)).isEmpty();
        assertThat(told(erased, 0)).isEmpty();
        say(user, 1, false, null);
        awaitPreference(user, 1);
        assertThat(unsubscribed()).as("inbox-api has not answered yet").isTrue();
        say(user, 2, true, "somebody");
        say(user, 3, false, null);
        awaitPreference(user, 3);
        assertThat(unsubscribed()).isFalse();
    }

    @Test
    void shouldExplainWhoUnsubscribedTheCustomerAndWhen() {
        UUID self = UUID.randomUUID();
        load(user + ",true\n" + self + ",\n");
        say(self, 1, true, null);
        awaitPreference(self, 1);
        UUID event = promotions.publish(around(0, 1));
        await().atMost(BOUND)
                .until(() -> jdbc.sql("SELECT count(*) FROM run WHERE event_id = ?")
                                .param(event)
                                .query(Long.class)
                                .single()
                        == 1);

        assertThat(explanation(user, event)).contains("unsubscribed by an import of operator at 20");
        assertThat(explanation(self, event)).contains("unsubscribed in the inbox at 20");
    }

    private String explanation(UUID customer, UUID event) {
        return api.get("/explain?user=" + customer + "&event=" + event + "&date=" + today())
                .body()
                .at("/items/0/detail")
                .asString();
    }

    private void load(String lines) {
        Answer report = api.postCsv("/audience/import", csv(lines));
        assertThat(report.body().get("rejected").asLong())
                .as(report.body().toString())
                .isZero();
    }

    private static String csv(String lines) {
        return "user_id,unsubscribed,name\n" + lines.replace("\n", ",Ann\n");
    }

    private boolean unsubscribed() {
        return jdbc.sql("SELECT unsubscribed FROM customer WHERE user_id = ?")
                .param(user)
                .query(Boolean.class)
                .single();
    }

    private void say(UUID customer, long version, boolean unsubscribed, @Nullable String importedBy) {
        var word = new PreferenceChanged(customer, version, unsubscribed, Instant.now(), importedBy);
        var event = new Envelope<>(
                UUID.randomUUID(), EventType.PREFERENCE_CHANGED.name(), Instant.now(), "inbox-api", 2, null, word);
        kafka.send(topics.name(Topic.CUSTOMER_EVENTS), customer.toString(), codec.encode(event));
    }

    private void awaitPreference(UUID customer, long version) {
        await().atMost(BOUND)
                .until(() -> jdbc.sql("SELECT version FROM preference WHERE user_id = ?")
                                .param(customer)
                                .query(Long.class)
                                .optional()
                                .orElse(0L)
                        == version);
    }

    private List<UnsubscriptionImported> told(UUID customer) {
        return told(customer, 1);
    }

    /** What was said about the customer, once there is as much. */
    private List<UnsubscriptionImported> told(UUID customer, int atLeast) {
        return await().atMost(BOUND)
                .until(
                        () -> all().stream()
                                .filter(told -> told.userId().equals(customer))
                                .toList(),
                        told -> told.size() >= atLeast);
    }

    private List<UnsubscriptionImported> all() {
        List<UnsubscriptionImported> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.name(Topic.CUSTOMER_EVENTS)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (codec.decode(record.value()).payload() instanceof UnsubscriptionImported told) {
                        found.add(told);
                    }
                });
            }
        }
        return found;
    }
}
