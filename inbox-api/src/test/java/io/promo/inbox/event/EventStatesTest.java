package io.promo.inbox.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.Topic;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
import io.promo.inbox.InboxTest;
import io.promo.sql.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventStatesTest extends InboxTest {

    private final UUID event = UUID.randomUUID();

    @Test
    void shouldEndMessagesWhenTheirEventIsCancelled() {
        UUID id = deliver(event, today);
        publish(EventType.PROMOTION_CHANGED, event, version(1, "PUBLISHED"));
        awaitVersion(1);
        assertThat(state(id)).isEqualTo("LIVE");

        publish(EventType.PROMOTION_CHANGED, event, version(2, "CANCELLED"));

        awaitVersion(2);
        assertThat(state(id)).isEqualTo("CANCELLED");
        assertThat(customer().get("/messages/unread-count").json().get("count").asInt())
                .isZero();
    }

    @Test
    void shouldLetTheHighestVersionWinWhateverComesLate() {
        publish(EventType.PROMOTION_CHANGED, event, version(5, "EXPIRED"));
        publish(EventType.PROMOTION_CHANGED, event, version(4, "PUBLISHED"));
        publish(EventType.PROMOTION_CHANGED, event, version(6, "EXPIRED"));

        awaitVersion(6);

        // Same key, same order: the late version was seen between the other two.
        assertThat(as(Role.INBOX)
                        .sql("SELECT status FROM event_state WHERE event_id = ?")
                        .param(event)
                        .query(String.class)
                        .single())
                .isEqualTo("EXPIRED");
    }

    @Test
    void shouldSetAsideWhatItCannotReadAndGoOn() {
        send(Topic.PROMOTION_EVENTS, event, "{\"eventType\":\"Nonsense\"}");
        send(Topic.PROMOTION_EVENTS, event, "no JSON");
        publish(EventType.PROMOTION_CHANGED, event, version(1, "PUBLISHED"));

        awaitVersion(1);

        assertThat(awaitValues(Topic.PROMOTION_EVENTS_DLT, event, 2))
                .containsExactly("{\"eventType\":\"Nonsense\"}", "no JSON");
    }

    @Test
    void shouldSetAsideWhatPublishWouldRefuse() {
        PromotionChanged good = version(1, "PUBLISHED");
        publish(
                EventType.PROMOTION_CHANGED,
                event,
                until(good, good.startDatetime().plus(Duration.ofDays(1_000_000))));
        publish(
                EventType.PROMOTION_CHANGED,
                event,
                until(good, good.startDatetime().plus(Duration.ofDays(367))));
        publish(EventType.PROMOTION_CHANGED, event, until(good, good.startDatetime()));
        publish(EventType.PROMOTION_CHANGED, event, good);

        awaitVersion(1);

        assertThat(awaitValues(Topic.PROMOTION_EVENTS_DLT, event, 3)).hasSize(3);
        assertThat(as(Role.INBOX)
                        .sql("SELECT ends_at < now() + interval '1 day' FROM event_state WHERE event_id = ?")
                        .param(event)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void shouldPassOverATombstoneInEveryTopic() {
        for (Topic topic : List.of(Topic.PROMOTION_EVENTS, Topic.PROMOTION_DISPATCHED, Topic.CUSTOMER_EVENTS)) {
            send(topic, event, null);
            send(topic, event, "no JSON");
            Topic deadLetters = topic.deadLetters().orElseThrow();
            assertThat(awaitValues(deadLetters, event, 1)).as(topic.name()).containsOnly("no JSON");
        }
    }

    private static PromotionChanged until(PromotionChanged changed, Instant end) {
        return new PromotionChanged(
                changed.eventId(),
                changed.version(),
                changed.status(),
                changed.title(),
                changed.startDatetime(),
                end,
                changed.timeZone(),
                null,
                null,
                changed.promotionPackage(),
                changed.audience());
    }

    private void awaitVersion(long version) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(as(Role.INBOX)
                                .sql("SELECT version FROM event_state WHERE event_id = ?")
                                .param(event)
                                .query(Long.class)
                                .optional())
                        .contains(version));
    }

    private String state(UUID message) {
        return customer().get("/messages/" + message).json().get("state").asString();
    }

    private PromotionChanged version(long version, String status) {
        PromotionPackage content = new PromotionPackage(
                PromotionPackage.MESSAGE, null, "en", Map.of("en", new PromotionPackage.Content("Sale", "Come in")));
        Instant now = Instant.now();
        return new PromotionChanged(
                event,
                version,
                status,
                "Sale",
                now.minusSeconds(60),
                now.plusSeconds(3600),
                "Europe/Berlin",
                null,
                null,
                content,
                Audience.EVERYONE);
    }
}
