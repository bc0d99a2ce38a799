package io.promo.dispatch.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads back the dead letters of every topic, whichever service they were too much for. */
@Component
@Profile("manager")
class DeadLetterListener {

    private static final String CONSUMER = "dispatch-dead-letters";

    private final DeadLetterStore store;

    DeadLetterListener(DeadLetterStore store) {
        this.store = store;
    }

    @KafkaListener(
            id = CONSUMER,
            groupId = "${promo.kafka.topic-prefix:}" + CONSUMER,
            topics = {
                "#{@topics.name('PROMOTION_EVENTS_DLT')}",
                "#{@topics.name('PROMOTION_DISPATCH_DLT')}",
                "#{@topics.name('PROMOTION_DISPATCHED_DLT')}",
                "#{@topics.name('PROMOTION_TESTS_DLT')}",
                "#{@topics.name('CUSTOMER_EVENTS_DLT')}"
            })
    void on(ConsumerRecord<String, String> record) {
        store.keep(record, Origin.of(record));
    }
}
