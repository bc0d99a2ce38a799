package io.promo.events.consumer;

import io.promo.events.UndecodableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How often a record is tried whose consumption fails. While the infrastructure is away: for as long as that lasts; the
 * container polls between tries, so it keeps its partitions. What can never succeed: once. Anything else: a few times.
 */
final class Retries {

    private static final Logger log = LoggerFactory.getLogger(Retries.class);

    private static final int OTHER_TRIES = 5;

    private Retries() {}

    static DefaultErrorHandler before(ConsumerRecordRecoverer recoverer) {
        var handler = new DefaultErrorHandler(recoverer);
        handler.setBackOffFunction((record, error) -> isInfrastructure(error) ? endless() : aFewTries());
        handler.addNotRetryableExceptions(
                UndecodableEvent.class, DataIntegrityViolationException.class, IllegalArgumentException.class);
        // Spring would log each try with its stack, for as long as an outage lasts.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(new OneLine());
        return handler;
    }

    private static final class OneLine implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception error, int attempt) {
            if (attempt == 1 && error != null) {
                Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
                log.warn("{} cannot be consumed: {}", KafkaUtils.format(record), cause.toString());
            }
        }

        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> record, @Nullable Exception original, Exception failure) {
            log.warn("{}; tried again", failure.getMessage());
        }
    }

    private static boolean isInfrastructure(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (Outages.isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static BackOff endless() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }

    private static BackOff aFewTries() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxAttempts(OTHER_TRIES - 1);
        return backOff;
    }
}
