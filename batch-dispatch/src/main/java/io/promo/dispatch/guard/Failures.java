package io.promo.dispatch.guard;

import io.promo.events.consumer.Outages;
import java.io.IOException;

/** Tells failures of a step or a job that pass from failures that stay. */
public final class Failures {

    private Failures() {}

    /** Whether trying again later can succeed without anybody changing code or data. */
    public static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (Outages.isOutage(cause) || isOfTheWayToKafka(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What an operator should read: the innermost message, one line. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message);
    }

    /** A request is a handful of ids: what Kafka's clients cannot do with it now they can do later. */
    private static boolean isOfTheWayToKafka(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof org.apache.kafka.common.KafkaException
                || cause instanceof org.springframework.kafka.KafkaException;
    }
}
