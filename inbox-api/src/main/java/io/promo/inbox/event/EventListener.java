package io.promo.inbox.event;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionRules;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what becomes of events. */
@Component
class EventListener {

    private static final String CONSUMER = "inbox-event-state";

    private final EventCodec codec;
    private final ConsumedEvents consumed;
    private final EventStates states;

    EventListener(EventCodec codec, ConsumedEvents consumed, EventStates states) {
        this.codec = codec;
        this.consumed = consumed;
        this.states = states;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = "#{@topics.name('PROMOTION_EVENTS')}")
    void on(String json) {
        Envelope<PromotionChanged> event = codec.decode(json, EventType.PROMOTION_CHANGED);
        // What cannot be kept goes to the dead letters at once.
        PromotionRules.heard(event.payload());
        consumed.once(CONSUMER, event, () -> states.remember(event.payload()));
    }
}
