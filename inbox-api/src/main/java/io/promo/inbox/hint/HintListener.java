package io.promo.inbox.hint;

import io.promo.events.EventCodec;
import io.promo.events.UndecodableEvent;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.promotion.PromotionChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a run has ended, which brings messages, or an event, which takes them off the badge. Each instance listens in
 * a group of its own, from now on and without memory: a hint that comes late or twice is worth nothing and does no harm.
 */
@Component
class HintListener {

    private static final String STILL_LIVE = "PUBLISHED";
    private static final Logger log = LoggerFactory.getLogger(HintListener.class);

    private final EventCodec codec;
    private final Hints hints;
    private final AwaitedStates states;

    HintListener(EventCodec codec, Hints hints, AwaitedStates states) {
        this.codec = codec;
        this.hints = hints;
        this.states = states;
    }

    @KafkaListener(
            id = "inbox-hints",
            groupId = "${promo.kafka.topic-prefix:}inbox-hints-${random.uuid}",
            topics = {"#{@topics.name('PROMOTION_DISPATCHED')}", "#{@topics.name('PROMOTION_EVENTS')}"},
            properties = "auto.offset.reset=latest")
    void on(String json) {
        Object payload;
        try {
            payload = codec.decode(json).payload();
        } catch (UndecodableEvent e) {
            log.debug("no hint from what cannot be read; the other consumers of its topic report it", e);
            return;
        }
        if (payload instanceof RunEnded) {
            hints.everyone();
        } else if (payload instanceof PromotionChanged changed && !STILL_LIVE.equals(changed.status())) {
            states.await(changed.eventId(), changed.version());
        }
    }
}
