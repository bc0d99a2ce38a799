package io.promo.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one declared list of Kafka topics: name, partitions, retention. The local stack, the tests and the Kubernetes
 * manifests all take it from here; {@code promo.kafka.topics.<name>} overrides a name, {@code
 * promo.kafka.topic-prefix} goes before each.
 */
public enum Topic {
    /** Changes of published events, keyed by event id. */
    PROMOTION_EVENTS("promotion.events", 12, Duration.ofDays(14)),
    PROMOTION_EVENTS_DLT("promotion.events.dlt", 1, Duration.ofDays(30)),
    /** One record per partition of a run, keyed by the range's first user id, Kafka partition = partition number mod 64. */
    PROMOTION_DISPATCH("promotion.dispatch", 64, Duration.ofDays(3)),
    PROMOTION_DISPATCH_DLT("promotion.dispatch.dlt", 1, Duration.ofDays(30)),
    /** Ended runs, keyed by event id: hints for badges. */
    PROMOTION_DISPATCHED("promotion.dispatched", 12, Duration.ofDays(3)),
    PROMOTION_DISPATCHED_DLT("promotion.dispatched.dlt", 1, Duration.ofDays(30)),
    /** Test messages asked for, of drafts, too; keyed by the test's id. */
    PROMOTION_TESTS("promotion.tests", 1, Duration.ofDays(3)),
    PROMOTION_TESTS_DLT("promotion.tests.dlt", 1, Duration.ofDays(30)),
    /** What customers prefer, unsubscriptions that were imported, and customers forgotten, keyed by user id. */
    CUSTOMER_EVENTS("customer.events", 12, Duration.ofDays(14)),
    CUSTOMER_EVENTS_DLT("customer.events.dlt", 1, Duration.ofDays(30));

    private final String defaultName;
    private final int partitions;
    private final Duration retention;

    Topic(String defaultName, int partitions, Duration retention) {
        this.defaultName = defaultName;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** The name unless configuration says otherwise, e.g. {@code promotion.events}. */
    public String defaultName() {
        return defaultName;
    }

    /** Number of Kafka partitions, at least 1. */
    public int partitions() {
        return partitions;
    }

    /** How long Kafka keeps a record. */
    public Duration retention() {
        return retention;
    }

    /** Where its records go that can never be processed; a dead-letter topic has none of its own. */
    public Optional<Topic> deadLetters() {
        return Arrays.stream(values())
                .filter(topic -> topic.defaultName.equals(defaultName + ".dlt"))
                .findFirst();
    }
}
