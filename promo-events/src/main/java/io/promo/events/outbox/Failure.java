package io.promo.events.outbox;

import io.promo.events.outbox.OutboxStore.Pending;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A try that failed, and what follows from it.
 *
 * @param refused whether Kafka will never take the record as things stand; a broker that is away is no refusal
 * @param givenUp refused often enough to wait for a human as FAILED
 * @param backoff until the next try
 */
record Failure(Pending pending, String error, boolean refused, boolean givenUp, Duration backoff) {

    /** Refusals of a record before it is FAILED. */
    static final int MOST_REFUSALS = 5;

    private static final long LONGEST_BACKOFF_MILLIS = 5_000;
    private static final int LONGEST_ERROR = 1_000;

    static Failure of(Pending pending, Throwable error) {
        boolean refused = isRefusal(error);
        String text = error.getClass().getSimpleName() + ": " + error.getMessage();
        return new Failure(
                pending,
                text.substring(0, Math.min(text.length(), LONGEST_ERROR)),
                refused,
                refused && pending.refusals() + 1 >= MOST_REFUSALS,
                backoff(pending.attempts()));
    }

    static boolean isRefusal(Throwable error) {
        return error instanceof RecordTooLargeException
                || error instanceof SerializationException
                || error instanceof InvalidTopicException
                || error instanceof AuthorizationException;
    }

    /** Doubles from 100 ms to 5 s, less up to a half so that keys do not come back all at once. */
    private static Duration backoff(int attemptsBefore) {
        long full = Math.min(LONGEST_BACKOFF_MILLIS, 100L << Math.min(attemptsBefore, 10));
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2));
    }
}
