package io.promo.events.consumer;

import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.events.UndecodableEvent;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What becomes of a record whose consumption fails. While the infrastructure is away it is tried again for as long as that
 * lasts. What can never succeed goes to the topic's dead-letter topic at once, anything else after a few tries, with its
 * cause in the headers; then the partition goes on.
 */
final class DeadLetters {

    /** Longest value put on a dead-letter topic, in characters; the rest is cut so that the record fits with its headers. */
    static final int LONGEST_VALUE = 256 * 1024;

    private static final int OTHER_TRIES = 5;
    private static final Set<Class<? extends Throwable>> INFRASTRUCTURE = Set.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            RetriableException.class);

    private DeadLetters() {}

    static DeadLetterPublishingRecoverer recoverer(KafkaOperations<?, ?> kafka, Topics topics) {
        var recoverer = new Recoverer(kafka, topics);
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }

    static DefaultErrorHandler errorHandler(DeadLetterPublishingRecoverer recoverer) {
        var handler = new DefaultErrorHandler(recoverer);
        handler.setBackOffFunction((record, error) -> infrastructure(error) ? endless() : aFewTries());
        handler.addNotRetryableExceptions(
                UndecodableEvent.class, DataIntegrityViolationException.class, IllegalArgumentException.class);
        return handler;
    }

    private static boolean infrastructure(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Throwable it = cause;
            if (INFRASTRUCTURE.stream().anyMatch(type -> type.isInstance(it)) || readOnly(it)) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE 25006: the database takes no writes for now, as after a failover. */
    private static boolean readOnly(Throwable error) {
        return error instanceof SQLException sql && "25006".equals(sql.getSQLState());
    }

    private static BackOff endless() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }

    private static BackOff aFewTries() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxAttempts(OTHER_TRIES - 1);
        return backOff;
    }

    private static final class Recoverer extends DeadLetterPublishingRecoverer {

        Recoverer(KafkaOperations<?, ?> kafka, Topics topics) {
            super(kafka, (record, error) -> new TopicPartition(deadLetterTopic(record, topics), 0));
        }

        private static String deadLetterTopic(ConsumerRecord<?, ?> record, Topics topics) {
            Topic topic = Arrays.stream(Topic.values())
                    .filter(it -> topics.name(it).equals(record.topic()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("not a declared topic: " + record.topic()));
            return topics.name(topic.name() + "_DLT");
        }

        @Override
        protected ProducerRecord<Object, Object> createProducerRecord(
                ConsumerRecord<?, ?> record,
                TopicPartition topicPartition,
                Headers headers,
                byte @Nullable [] key,
                byte @Nullable [] value) {
            var whole = super.createProducerRecord(record, topicPartition, headers, key, value);
            return whole.value() instanceof String text && text.length() > LONGEST_VALUE
                    ? new ProducerRecord<>(
                            whole.topic(),
                            whole.partition(),
                            whole.key(),
                            text.substring(0, LONGEST_VALUE),
                            whole.headers())
                    : whole;
        }
    }
}
