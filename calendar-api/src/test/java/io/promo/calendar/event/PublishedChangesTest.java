package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.promo.calendar.CalendarTest;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the other services hear, and what is remembered. */
class PublishedChangesTest extends CalendarTest {

    @Autowired
    private Topics topics;

    @Autowired
    private EventCodec codec;

    @Autowired
    private Expiry expiry;

    @Test
    void shouldTellEveryChangeOfAPublishedEventInOrder() {
        Answer draft = event("DRAFT");
        String path = "/events/" + draft.id();
        post(path + "/publish", null);
        put(path, with(draft(), "title", "Summer sale"), "\"1\"");
        put(path, with(draft(), "title", "Summer sale"), "\"2\"");
        post(path + "/cancel", null);

        assertThat(told(draft, 3))
                .extracting(PromotionChanged::status, PromotionChanged::title, PromotionChanged::version)
                .containsExactly(
                        tuple("PUBLISHED", "Spring sale", 2L),
                        tuple("PUBLISHED", "Summer sale", 3L),
                        tuple("CANCELLED", "Summer sale", 4L));
    }

    @Test
    void shouldTellTheWholeEvent() {
        Map<String, Object> wanted = with(draft(), "dispatchTime", "23:30");
        Answer draft = post("/events", with(wanted, "maxRate", 500));
        post("/events/" + draft.id() + "/publish", null);

        assertThat(told(draft, 1))
                .containsExactly(new PromotionChanged(
                        UUID.fromString(draft.id()),
                        2,
                        "PUBLISHED",
                        "Spring sale",
                        Instant.parse((String) wanted.get("startDatetime")),
                        Instant.parse((String) wanted.get("endDatetime")),
                        "Europe/Berlin",
                        "23:30",
                        500,
                        new PromotionPackage(
                                PromotionPackage.MESSAGE,
                                "https://shop.example/spring",
                                "en",
                                Map.of("en", new Content("Hello {{name}}", "20 % off"))),
                        new Audience(List.of("garden"), List.of(), List.of())));
    }

    @Test
    void shouldExpireOnlyWhatHasEndedAndTellIt() {
        Answer ended = event("PUBLISHED");
        Answer running = event("PUBLISHED");
        end(ended);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            // Does nothing while the scheduled one is at it.
            expiry.expire();
            return status(ended).equals("EXPIRED");
        });

        assertThat(told(ended, 2))
                .extracting(PromotionChanged::status, PromotionChanged::version)
                .containsExactly(tuple("PUBLISHED", 2L), tuple("EXPIRED", 3L));
        assertThat(status(running)).isEqualTo("PUBLISHED");
        JsonNode last = history(ended).get(2);
        assertThat(last.path("action").asString()).isEqualTo("EXPIRE");
        assertThat(last.path("actor").asString()).isEqualTo("system");
    }

    @Test
    void shouldRememberWhoDidWhatAndWhatChanged() {
        Answer draft = event("DRAFT");
        String path = "/events/" + draft.id();
        post(path + "/publish", null);
        put(path, with(with(draft(), "title", "Summer sale"), "maxRate", 7), "\"2\"");
        post(path + "/cancel", null);

        assertThat(history(draft))
                .extracting(it ->
                        it.path("actor").asString() + " " + it.path("action").asString() + " "
                                + it.path("fromStatus").asString() + "→"
                                + it.path("toStatus").asString() + " "
                                + it.path("version").asInt())
                .containsExactly(
                        "admin CREATE →DRAFT 1",
                        "admin PUBLISH DRAFT→PUBLISHED 2",
                        "admin EDIT PUBLISHED→PUBLISHED 3",
                        "admin CANCEL PUBLISHED→CANCELLED 4");
        JsonNode changes = history(draft).get(2).path("changes");
        assertThat(changes.at("/title/from").asString()).isEqualTo("Spring sale");
        assertThat(changes.at("/title/to").asString()).isEqualTo("Summer sale");
        assertThat(changes.at("/maxRate/from").isNull()).isTrue();
        assertThat(changes.at("/maxRate/to").asInt()).isEqualTo(7);
        assertThat(changes.has("timeZone")).isFalse();
    }

    private String status(Answer event) {
        return get("/events/" + event.id()).body().path("status").asString();
    }

    /** Oldest first. */
    private List<JsonNode> history(Answer event) {
        List<JsonNode> history = get("/events/" + event.id() + "/history")
                .body()
                .path("items")
                .valueStream()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(history);
        return history;
    }

    /** What Kafka has of the event once there are so many records, in order. */
    private List<PromotionChanged> told(Answer event, int records) {
        List<PromotionChanged> told = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            String topic = topics.name(Topic.PROMOTION_EVENTS);
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList());
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(event.id())) {
                        told.add(codec.decode(record.value(), EventType.PROMOTION_CHANGED)
                                .payload());
                    }
                });
                return told.size() >= records;
            });
        }
        return told;
    }
}
