package io.promo.events.consumer;

import io.promo.events.Topics;
import io.promo.events.TopicsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service once-only consumption, and its listeners the error handler that keeps poison from blocking them. */
@AutoConfiguration(
        after = {TopicsAutoConfiguration.class, KafkaAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnBean({JdbcClient.class, KafkaTemplate.class})
@EnableScheduling
public class ConsumerAutoConfiguration {

    @Bean
    ConsumedEvents consumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new ConsumedEvents(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    ConsumedEventsCleanUp consumedEventsCleanUp(ConsumedEvents events) {
        return new ConsumedEventsCleanUp(events);
    }

    /** Puts a record aside on its topic's dead-letter topic; for consumers that do not work on the listener's thread. */
    @Bean
    DeadLetterPublishingRecoverer deadLetters(KafkaTemplate<?, ?> kafka, Topics topics) {
        return new DeadLetters(kafka, topics);
    }

    /** A record without a value, which takes its key out of a compacted topic, says nothing to any listener. */
    @Bean
    RecordFilterStrategy<Object, Object> tombstones() {
        return record -> record.value() == null;
    }

    @Bean
    CommonErrorHandler deadLettersErrorHandler(DeadLetterPublishingRecoverer deadLetters) {
        return Retries.before(deadLetters);
    }
}
