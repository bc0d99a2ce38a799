package io.promo.inbox.hint;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a run has ended and hints at it. Each instance listens in a group of its own, from now on and without memory:
 * a hint that comes late or twice is worth nothing and does no harm.
 */
@Component
class HintListener {

    private final Streams streams;

    HintListener(Streams streams) {
        this.streams = streams;
    }

    /** Does not look into the record: the topic says enough, and what cannot be decoded is the other consumer's to report. */
    @KafkaListener(
            id = "inbox-hints",
            groupId = "${promo.kafka.topic-prefix:}inbox-hints-${random.uuid}",
            topics = "#{@topics.name('PROMOTION_DISPATCHED')}",
            properties = "auto.offset.reset=latest")
    void on(String ended) {
        streams.hint();
    }
}
