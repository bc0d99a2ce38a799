package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.calendar.CalendarTest;
import io.promo.stack.testing.TestToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** An event is tried out on one customer before it is published: the calendar hands it to dispatch through its outbox. */
class TestSendTest extends CalendarTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "PUBLISHED", "EXPIRED"})
    void shouldHandATestOfAnyEventThatIsNotCancelledToDispatch(String status) {
        Answer event = event(status);

        Answer accepted = post("/events/" + event.id() + "/test-send", Map.of("user", "anna@example.org"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body().path("eventId").asString()).isEqualTo(event.id());
        JsonNode told = told(accepted);
        assertThat(told.path("user").asString()).isEqualTo("anna@example.org");
        assertThat(told.path("event_id").asString()).isEqualTo(event.id());
        assertThat(told.path("dry_run").asBoolean(true)).isFalse();
        assertThat(told.path("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(told.at("/promotion_package/content/en/subject").asString()).isEqualTo("Hello {{name}}");
        assertThat(get("/events/" + event.id()).body())
                .as("nothing of it is changed")
                .isEqualTo(event.body());
    }

    @Test
    void shouldHandOverARehearsalAsOne() {
        Answer event = event("DRAFT");
        Answer accepted = post("/events/" + event.id() + "/test-send?dryRun=true", Map.of("userId", ANNA));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body().path("dryRun").asBoolean()).isTrue();
        assertThat(told(accepted).path("dry_run").asBoolean()).isTrue();
        assertThat(told(accepted).path("user").asString()).isEqualTo(ANNA.toString());
    }

    @Test
    void shouldHandItOverOnceForOneKey() {
        String path = "/events/" + event("DRAFT").id() + "/test-send";
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = send(HttpMethod.POST, path, Map.of("userId", ANNA), admin(), key);
        Answer again = send(HttpMethod.POST, path, Map.of("userId", ANNA), admin(), key);
        assertThat(again.body()).isEqualTo(first.body());
        Answer other = send(HttpMethod.POST, path, Map.of("user", "anna@example.org"), admin(), key);
        assertThat(other.status()).isEqualTo(422);

        Answer last = post(path, Map.of("userId", ANNA));
        assertThat(toldUpTo(last))
                .extracting(told -> told.path("test_id").asString())
                .containsExactly(
                        first.body().path("testId").asString(),
                        last.body().path("testId").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "{}, user",
        "'{\"user\": \"anna\"}', user",
        "'{\"user\": \"a b@example.org\"}', user",
        "'{\"user\": \"\\u0000@example.org\"}', user",
        "'{\"user\": \"anna@example.org\", \"userId\": \"00000000-0000-4000-8000-000000000001\"}', user",
        "'{\"userId\": \"anna\"}', userId"
    })
    void shouldSayWhoIsMeantWhenNobodyCanBe(String body, String field) {
        Answer refused = post("/events/" + event("DRAFT").id() + "/test-send", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly(field);
    }

    @Test
    void shouldRefuseWhatCannotBeTriedOut() {
        Map<String, Object> anna = Map.of("userId", ANNA);
        assertThat(post("/events/" + event("CANCELLED").id() + "/test-send", anna)
                        .problem())
                .isEqualTo("refused-by-status");
        assertThat(post("/events/" + UUID.randomUUID() + "/test-send", anna).problem())
                .isEqualTo("unknown-event");
        Answer misspelt = post("/events", with(draft(), "promotionPackage", promotionPackage("Hello {{nmae}}")));
        Answer refused = post("/events/" + misspelt.id() + "/test-send", anna);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly("promotionPackage.content.en.subject");
    }

    @Test
    void shouldLetOperatorsTryOutAndViewersNot() {
        String path = "/events/" + event("DRAFT").id() + "/test-send";
        String operator = TestToken.of("operator").audience("calendar-api").bearer();
        String viewer = TestToken.of("viewer").audience("calendar-api").bearer();
        Map<String, Object> anna = Map.of("userId", ANNA);
        assertThat(send(HttpMethod.POST, path, anna, operator, Map.of()).status())
                .isEqualTo(202);
        assertThat(send(HttpMethod.POST, path, anna, viewer, Map.of()).status()).isEqualTo(403);
    }

    /** The payload of what Kafka got for it. */
    private JsonNode told(Answer accepted) {
        List<JsonNode> told = toldUpTo(accepted);
        return told.get(told.size() - 1);
    }

    /** The payloads of what Kafka got of the test's event, up to this test of it. */
    private List<JsonNode> toldUpTo(Answer accepted) {
        String topic = servers.topicPrefix() + "promotion.tests";
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        List<JsonNode> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList());
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    JsonNode payload = JSON.readTree(record.value()).path("payload");
                    if (payload.path("event_id").equals(accepted.body().path("eventId"))) {
                        found.add(payload);
                    }
                });
                return found.stream()
                        .anyMatch(
                                it -> it.path("test_id").equals(accepted.body().path("testId")));
            });
        }
        return found;
    }
}
