package io.promo.dispatch.worker;

import io.promo.events.Topic;
import io.promo.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.stereotype.Component;

/** Puts requests that can never be executed aside, with their cause in the headers. */
@Component
@Profile("worker")
class DeadLetters {

    private final DeadLetterPublishingRecoverer recoverer;

    DeadLetters(KafkaTemplate<String, String> kafka, Topics topics) {
        TopicPartition target = new TopicPartition(topics.name(Topic.PROMOTION_DISPATCH_DLT), 0);
        this.recoverer = new DeadLetterPublishingRecoverer(kafka, (message, cause) -> target);
        this.recoverer.setFailIfSendResultIsError(true);
    }

    void send(ConsumerRecord<String, String> message, Exception cause) {
        recoverer.accept(message, cause);
    }
}
