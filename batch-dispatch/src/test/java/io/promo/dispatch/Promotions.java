package io.promo.dispatch;

import static org.awaitility.Awaitility.await;

import io.promo.events.Envelope;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes as calendar-api does. */
@TestComponent
public class Promotions {

    /** Where it is about noon, so that no test sees its day change. */
    public static final ZoneId ZONE = zoneAtNoon();

    public static final PromotionPackage OFFER = new PromotionPackage(
            PromotionPackage.MESSAGE,
            "https://example.org/sale",
            "en",
            Map.of(
                    "en", new Content("{{title}}, {{name}}", "Until {{endDate}} in {{country}}"),
                    "de", new Content("{{title}} für {{name}}", "Bis {{endDate}}")));

    private final KafkaTemplate<String, String> kafka;
    private final Topics topics;
    private final EventCodec codec;
    private final JdbcClient jdbc;

    Promotions(KafkaTemplate<String, String> kafka, Topics topics, EventCodec codec, JdbcClient jdbc) {
        this.kafka = kafka;
        this.topics = topics;
        this.codec = codec;
        this.jdbc = jdbc;
    }

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Due at local midnight of each date, from so many days ago to so many days ahead. */
    public static PromotionChanged around(int daysBefore, int daysAfter) {
        return new PromotionChanged(
                UUID.randomUUID(),
                1,
                "PUBLISHED",
                "Sale",
                at(today().minusDays(daysBefore), 0),
                at(today().plusDays(daysAfter), 23),
                ZONE.getId(),
                "00:00",
                null,
                OFFER,
                Audience.EVERYONE);
    }

    /** The next version, with another status and title. */
    public static PromotionChanged next(PromotionChanged changed, String status, String title) {
        return new PromotionChanged(
                changed.eventId(),
                changed.version() + 1,
                status,
                title,
                changed.startDatetime(),
                changed.endDatetime(),
                changed.timeZone(),
                changed.dispatchTime(),
                changed.maxRate(),
                changed.promotionPackage(),
                changed.audience());
    }

    /** The same in another zone, at another time and with other texts. */
    public static PromotionChanged with(
            PromotionChanged changed, String timeZone, String dispatchTime, PromotionPackage offer) {
        return new PromotionChanged(
                changed.eventId(),
                changed.version(),
                changed.status(),
                changed.title(),
                changed.startDatetime(),
                changed.endDatetime(),
                timeZone,
                dispatchTime,
                changed.maxRate(),
                offer,
                changed.audience());
    }

    /** The same with another end. */
    public static PromotionChanged until(PromotionChanged changed, Instant end) {
        return new PromotionChanged(
                changed.eventId(),
                changed.version(),
                changed.status(),
                changed.title(),
                changed.startDatetime(),
                end,
                changed.timeZone(),
                changed.dispatchTime(),
                changed.maxRate(),
                changed.promotionPackage(),
                changed.audience());
    }

    /** The same for others. */
    public static PromotionChanged to(PromotionChanged changed, Audience audience) {
        return new PromotionChanged(
                changed.eventId(),
                changed.version(),
                changed.status(),
                changed.title(),
                changed.startDatetime(),
                changed.endDatetime(),
                changed.timeZone(),
                changed.dispatchTime(),
                changed.maxRate(),
                changed.promotionPackage(),
                audience);
    }

    public static Instant at(LocalDate date, int hour) {
        return date.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    /** Publishes and waits until dispatch has heard of it; returns the event's id. */
    public UUID publish(PromotionChanged changed) {
        send(changed);
        await().atMost(Duration.ofSeconds(30)).until(() -> knownVersion(changed.eventId()) >= changed.version());
        return changed.eventId();
    }

    public void send(PromotionChanged changed) {
        var event = new Envelope<>(
                UUID.randomUUID(), EventType.PROMOTION_CHANGED.name(), Instant.now(), "calendar-api", 1, null, changed);
        send(changed.eventId(), codec.encode(event));
    }

    public void send(UUID key, String record) {
        kafka.send(topics.name(Topic.PROMOTION_EVENTS), key.toString(), record);
    }

    private long knownVersion(UUID eventId) {
        return jdbc.sql("SELECT coalesce(max(version), 0) FROM schedule WHERE event_id = ?")
                .param(eventId)
                .query(Long.class)
                .single();
    }

    private static ZoneId zoneAtNoon() {
        int east = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        // POSIX signs: Etc/GMT-3 lies three hours east of Greenwich.
        return ZoneId.of(east == 0 ? "Etc/GMT" : "Etc/GMT" + (east > 0 ? "-" : "+") + Math.abs(east));
    }
}
