package io.promo.events.outbox;

import io.promo.events.EventType;
import java.util.UUID;

/** Appends events to the outbox of the database the caller's transaction runs in. */
public interface Outbox {

    /**
     * Writes one event in the current transaction; it is sent to Kafka after the commit, at least once, in order per
     * aggregate.
     *
     * @param aggregateId whose event it is; the Kafka key
     * @param aggregateVersion the aggregate's version, 0 where it has none
     * @return the envelope's event id
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    <T> UUID append(EventType<T> type, String aggregateType, String aggregateId, long aggregateVersion, T payload);
}
