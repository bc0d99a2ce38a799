package io.promo.events.outbox;

import io.promo.events.EventType;
import java.util.Map;
import java.util.UUID;

/** Appends events to the outbox of the database the caller's transaction runs in. */
public interface Outbox {

    /**
     * Writes one event in the current transaction; it is sent to Kafka after the commit, at least once. The events of an
     * aggregate are sent in the order of their calls where the caller has locked the aggregate's row before, as an
     * UPDATE of it does: without that, two transactions may commit in the other order than they wrote.
     *
     * @param aggregateType what kind of thing the aggregate is, for people
     * @param aggregateId whose event it is; the Kafka key
     * @param aggregateVersion the aggregate's version, 0 where it has none
     * @return the envelope's event id
     * @throws IllegalArgumentException when the event is longer than {@link io.promo.events.EventCodec#LONGEST_WRITTEN}
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    <T> UUID append(EventType<T> type, String aggregateType, String aggregateId, long aggregateVersion, T payload);

    /**
     * Writes one event of each of many aggregates that have no version, by one statement; else as {@link #append}.
     *
     * @param payloads by the aggregate's id, a few thousand at most
     */
    <T> void appendAll(EventType<T> type, String aggregateType, Map<String, T> payloads);
}
