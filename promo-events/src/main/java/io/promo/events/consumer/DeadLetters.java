package io.promo.events.consumer;

import io.promo.events.Topic;
import io.promo.events.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaUtils;

/**
 * Puts records aside on their topic's dead-letter topic, with the cause in the headers. Whatever is wrong with a record,
 * its partition goes on: an oversized one is cut, and one of a topic without a dead-letter topic, such as a dead letter
 * itself, is logged and left where it is.
 */
final class DeadLetters extends DeadLetterPublishingRecoverer {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    DeadLetters(KafkaOperations<?, ?> kafka, Topics topics) {
        super(kafka, (record, error) -> deadLetterTopic(record, topics));
        excludeHeader(HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_MSG);
        addHeadersFunction((record, error) -> new RecordHeaders()
                .add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, cause(error).getBytes(StandardCharsets.UTF_8)));
    }

    /** What an operator can act on: of a database its own words, not the statement; else what the listener says. */
    private static String cause(Exception error) {
        Throwable told = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                told = cause;
                break;
            }
            if (told instanceof ListenerExecutionFailedException) {
                told = cause;
            }
        }
        return told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    }

    private static @Nullable TopicPartition deadLetterTopic(ConsumerRecord<?, ?> record, Topics topics) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topics.name(topic).equals(record.topic()))
                .findFirst()
                .flatMap(Topic::deadLetters)
                .map(topic -> new TopicPartition(topics.name(topic), 0))
                .orElse(null);
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition topicPartition,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        return DeadLetterSize.fit(super.createProducerRecord(record, topicPartition, headers, key, value));
    }

    /** @throws KafkaException when the broker is away, so that the record is tried again */
    @Override
    protected void publish(
            ProducerRecord<Object, Object> dead, KafkaOperations<Object, Object> kafka, ConsumerRecord<?, ?> record) {
        String position = KafkaUtils.format(record);
        try {
            kafka.send(dead).get(determineSendTimeout(kafka).toMillis(), TimeUnit.MILLISECONDS);
            log.warn("Put aside {} on {}", position, dead.topic());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while putting aside " + position, e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof RecordTooLargeException)) {
                throw new KafkaException("Cannot put aside " + position + " on " + dead.topic(), e);
            }
            log.error("Not even cut does {} fit on {}; it is passed over", position, dead.topic(), e);
        }
    }
}
