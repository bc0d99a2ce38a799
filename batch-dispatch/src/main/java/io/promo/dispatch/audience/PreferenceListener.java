package io.promo.dispatch.audience;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.consumer.ConsumedEvents;
import io.promo.events.customer.PreferenceChanged;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what customers want. Our own words, of imports and of those who were forgotten, travel on the same topic. */
@Component
@Profile("manager")
class PreferenceListener {

    private static final String CONSUMER = "dispatch-audience";

    private final EventCodec codec;
    private final ConsumedEvents consumed;
    private final Preferences preferences;

    PreferenceListener(EventCodec codec, ConsumedEvents consumed, Preferences preferences) {
        this.codec = codec;
        this.consumed = consumed;
        this.preferences = preferences;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = "#{@topics.name('CUSTOMER_EVENTS')}")
    void on(String json) {
        Envelope<?> event = codec.decode(json);
        if (event.payload() instanceof PreferenceChanged changed) {
            consumed.once(CONSUMER, event, () -> preferences.on(changed));
        }
    }
}
