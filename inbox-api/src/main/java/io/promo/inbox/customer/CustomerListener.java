package io.promo.inbox.customer;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.customer.CustomerForgotten;
import io.promo.events.customer.UnsubscriptionImported;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears which customers an import has unsubscribed and which are to be erased, in the order in which dispatch said so: an
 * erased customer's preference does not come back. So one listener hears both, and passes on within the same transaction
 * what is for the preferences. The preferences on the same topic are the inbox's own words.
 */
@Component
class CustomerListener {

    private static final String CONSUMER = "inbox-erasure";
    private static final Logger log = LoggerFactory.getLogger(CustomerListener.class);

    private final EventCodec codec;
    private final ConsumedEvents consumed;
    private final Erasure erasure;
    private final ApplicationEventPublisher inbox;

    CustomerListener(EventCodec codec, ConsumedEvents consumed, Erasure erasure, ApplicationEventPublisher inbox) {
        this.codec = codec;
        this.consumed = consumed;
        this.erasure = erasure;
        this.inbox = inbox;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = "#{@topics.name('CUSTOMER_EVENTS')}")
    void on(String json) {
        Envelope<?> event = codec.decode(json);
        if (event.payload() instanceof CustomerForgotten forgotten
                && consumed.once(CONSUMER, event, () -> erasure.erase(forgotten.userId()))) {
            log.info("erased a customer as told by event {}", event.eventId());
        }
        if (event.payload() instanceof UnsubscriptionImported imported) {
            consumed.once(CONSUMER, event, () -> inbox.publishEvent(imported));
        }
    }
}
