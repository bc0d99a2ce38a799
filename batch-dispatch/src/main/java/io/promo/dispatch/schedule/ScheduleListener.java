package io.promo.dispatch.schedule;

import io.promo.dispatch.run.RunLifecycle;
import io.promo.dispatch.schedule.Schedule.Status;
import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionRules;
import io.promo.events.promotion.PromotionWindow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what calendar-api publishes. */
@Component
@Profile("manager")
class ScheduleListener {

    private static final String CONSUMER = "dispatch-schedule";

    private final EventCodec codec;
    private final ConsumedEvents consumed;
    private final Schedules schedules;
    private final RunLifecycle runs;
    private final ApplicationEventPublisher events;

    ScheduleListener(
            EventCodec codec,
            ConsumedEvents consumed,
            Schedules schedules,
            RunLifecycle runs,
            ApplicationEventPublisher events) {
        this.codec = codec;
        this.consumed = consumed;
        this.schedules = schedules;
        this.runs = runs;
        this.events = events;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = "#{@topics.name('PROMOTION_EVENTS')}")
    void on(String json) {
        Envelope<PromotionChanged> event = codec.decode(json, EventType.PROMOTION_CHANGED);
        consumed.once(CONSUMER, event, () -> apply(event.payload()));
    }

    /** @throws IllegalArgumentException when it cannot be kept, so that the record goes to the dead letters at once */
    private void apply(PromotionChanged changed) {
        PromotionWindow window = PromotionRules.heard(changed);
        Status status = Status.valueOf(changed.status());
        if (!schedules.save(changed, status, window)) {
            return;
        }
        if (status == Status.CANCELLED) {
            runs.cancel(changed.eventId());
        }
        events.publishEvent(new ScheduleChanged(changed.eventId()));
    }
}
