package io.promo.calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.promo.calendar.CalendarTest;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.promotion.PromotionChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

class LifecycleTest extends CalendarTest {

    @Autowired
    private Topics topics;

    @Autowired
    private EventCodec codec;

    @Autowired
    private Expiry expiry;

    @Test
    void shouldTellEveryChangeOfAPublishedEventInOrder() {
        Answer draft = post("/events", draft());
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.headers().getLocation()).hasToString("/events/" + draft.id());
        Answer published = post("/events/" + draft.id() + "/publish", null);
        assertThat(published.body().path("status").asString()).isEqualTo("PUBLISHED");
        Answer edited = send(
                HttpMethod.PUT,
                "/events/" + draft.id(),
                with(draft(), "title", "Summer sale"),
                admin(),
                Map.of("If-Match", published.etag()));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(post("/events/" + draft.id() + "/cancel", null).status()).isEqualTo(200);

        UUID eventId = UUID.fromString(draft.id());
        assertThat(told(eventId, 3))
                .extracting(PromotionChanged::status, PromotionChanged::title, PromotionChanged::version)
                .containsExactly(
                        tuple("PUBLISHED", "Spring sale", 2L),
                        tuple("PUBLISHED", "Summer sale", 3L),
                        tuple("CANCELLED", "Summer sale", 4L));
        assertThat(get("/events/" + draft.id() + "/history")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString() + " by "
                                + entry.path("actor").asString()))
                .containsExactly("CREATE by admin", "PUBLISH by admin", "EDIT by admin", "CANCEL by admin");
        assertThat(get("/events/" + draft.id() + "/history")
                        .body()
                        .at("/items/2/changes/title/to")
                        .asString())
                .isEqualTo("Summer sale");
    }

    @Test
    void shouldExpireAPublishedEventOnceItsEndHasPassed() {
        Answer published = event("PUBLISHED");
        jdbc.sql("""
                UPDATE promotion_event SET start_datetime = now() - interval '2 days', end_datetime = now() - interval '1 second'
                WHERE event_id = ?::uuid""").param(published.id()).update();
        expiry.expire();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/events/" + published.id())
                                .body()
                                .path("status")
                                .asString())
                        .isEqualTo("EXPIRED"));
        assertThat(told(UUID.fromString(published.id()), 2))
                .extracting(PromotionChanged::status)
                .contains("EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, POST, /publish", "EXPIRED, POST, /publish", "CANCELLED, POST, /publish",
        "DRAFT, POST, /cancel", "EXPIRED, POST, /cancel", "CANCELLED, POST, /cancel",
        "PUBLISHED, DELETE, ''", "EXPIRED, DELETE, ''", "CANCELLED, DELETE, ''",
        "EXPIRED, PUT, ''", "CANCELLED, PUT, ''"
    })
    void shouldRefuseWhatTheStatusDoesNotAllowAndChangeNothing(String status, String method, String action) {
        Answer event = event(status);
        Answer refused = send(
                HttpMethod.valueOf(method),
                "/events/" + event.id() + action,
                method.equals("PUT") ? draft() : null,
                admin(),
                Map.of("If-Match", event.etag()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("is " + status);
        assertThat(get("/events/" + event.id()).body()).isEqualTo(event.body());
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE"})
    void shouldAskForTheVersionAndRefuseAStaleOne(String method) {
        Answer event = event("DRAFT");
        Object body = method.equals("PUT") ? draft() : null;
        HttpMethod verb = HttpMethod.valueOf(method);
        assertThat(send(verb, "/events/" + event.id(), body, admin(), Map.of()).status())
                .isEqualTo(428);
        assertThat(send(verb, "/events/" + event.id(), body, admin(), Map.of("If-Match", "\"7\""))
                        .status())
                .isEqualTo(412);
        assertThat(get("/events/" + event.id()).etag()).isEqualTo("\"1\"");
    }

    @Test
    void shouldDeleteADraftAndCopyAnyEvent() {
        Answer draft = event("DRAFT");
        assertThat(send(HttpMethod.DELETE, "/events/" + draft.id(), null, admin(), Map.of("If-Match", draft.etag()))
                        .status())
                .isEqualTo(204);
        assertThat(get("/events/" + draft.id()).status()).isEqualTo(404);
        Answer copy = post("/events/" + event("CANCELLED").id() + "/copy", null);
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.body().path("status").asString()).isEqualTo("DRAFT");
    }

    private List<PromotionChanged> told(UUID eventId, int atLeast) {
        List<PromotionChanged> told = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topics.name(Topic.PROMOTION_EVENTS)));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    PromotionChanged change = codec.decode(record.value(), EventType.PROMOTION_CHANGED)
                            .payload();
                    if (change.eventId().equals(eventId)) {
                        told.add(change);
                    }
                });
                return told.size() >= atLeast;
            });
        }
        return told;
    }
}
