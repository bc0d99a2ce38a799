package io.promo.dispatch.testsend;

import io.promo.dispatch.audience.CustomerLookup;
import io.promo.dispatch.schedule.Schedule;
import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionWindow;
import io.promo.events.promotion.TestSendRequested;
import io.promo.http.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which events, drafts, too, are to be tried out on whom, and keeps what came of it. */
@Component
@Profile("manager")
class TestSendListener {

    private static final String CONSUMER = "dispatch-tests";

    /** Whoever asked has long stopped waiting; a message would come as a surprise. */
    private static final Duration TOO_LATE = Duration.ofHours(1);

    private final EventCodec codec;
    private final ConsumedEvents consumed;
    private final CustomerLookup customers;
    private final TestSend testSend;
    private final TestSends testSends;

    TestSendListener(
            EventCodec codec,
            ConsumedEvents consumed,
            CustomerLookup customers,
            TestSend testSend,
            TestSends testSends) {
        this.codec = codec;
        this.consumed = consumed;
        this.customers = customers;
        this.testSend = testSend;
        this.testSends = testSends;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = "#{@topics.name('PROMOTION_TESTS')}")
    void on(String json) {
        Envelope<TestSendRequested> event = codec.decode(json, EventType.TEST_SEND_REQUESTED);
        Schedule tried = tried(event.payload(), event.occurredAt());
        consumed.once(CONSUMER, event, () -> send(event.payload(), tried));
    }

    private void send(TestSendRequested request, Schedule tried) {
        try {
            if (tried.updatedAt().isBefore(testSends.now().minus(TOO_LATE))) {
                throw Refusal.byState("too-late", "the test was asked for at " + tried.updatedAt() + "; ask again");
            }
            UUID userId =
                    customers.find(request.user()).orElseThrow(() -> Refusal.notFound("customer " + request.user()));
            testSends.keep(
                    request, testSend.send(tried, request.testId(), userId, request.dryRun(), request.requestedBy()));
        } catch (Refusal refusal) {
            testSends.keep(request, HttpStatus.valueOf(refusal.getStatusCode().value()), refusal.getMessage());
        }
    }

    /** @throws IllegalArgumentException when it can be none, so that the record goes to the dead letters at once */
    private static Schedule tried(TestSendRequested request, Instant at) {
        String defaultLocale = request.promotionPackage().defaultLocale();
        if (!request.promotionPackage().content().containsKey(defaultLocale)) {
            throw new IllegalArgumentException("the package has no text in its default locale " + defaultLocale);
        }
        try {
            return new Schedule(
                    request.eventId(),
                    request.version(),
                    Status.PUBLISHED,
                    request.title(),
                    new PromotionWindow(
                            request.startDatetime(), request.endDatetime(), ZoneId.of(request.timeZone()), null),
                    null,
                    request.promotionPackage(),
                    Audience.EVERYONE,
                    at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
