package io.promo.inbox.analytics;

import io.promo.events.EventCodec;
import io.promo.events.EventType;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears how many messages each run has brought. To hear the same again changes nothing, so nothing is remembered of it. */
@Component
class RunListener {

    private final EventCodec codec;
    private final Dispatches dispatches;

    RunListener(EventCodec codec, Dispatches dispatches) {
        this.codec = codec;
        this.dispatches = dispatches;
    }

    @KafkaListener(
            id = "inbox-analytics",
            groupId = "${promo.kafka.topic-prefix:}inbox-analytics",
            topics = "#{@topics.name('PROMOTION_DISPATCHED')}")
    void on(String json) {
        dispatches.remember(codec.decode(json, EventType.RUN_ENDED).payload());
    }
}
