package io.promo.inbox.partition;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.dispatch.RunEnded;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which partitions have taken in a run. The vacuum itself may take minutes, longer than a listener should. */
@Component
class VacuumListener {

    private static final String CONSUMER = "inbox-vacuum";

    private final EventCodec codec;
    private final ConsumedEvents consumed;
    private final Partitions partitions;

    VacuumListener(EventCodec codec, ConsumedEvents consumed, Partitions partitions) {
        this.codec = codec;
        this.consumed = consumed;
        this.partitions = partitions;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = "#{@topics.name('PROMOTION_DISPATCHED')}")
    void on(String json) {
        Envelope<RunEnded> event = codec.decode(json, EventType.RUN_ENDED);
        RunEnded run = event.payload();
        consumed.once(CONSUMER, event, () -> partitions.vacuumIsDue(run.eventId(), run.dispatchDate()));
    }
}
