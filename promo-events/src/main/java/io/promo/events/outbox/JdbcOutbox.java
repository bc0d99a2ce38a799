package io.promo.events.outbox;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topics;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes to the table {@code outbox} and wakes the relay once the transaction has committed. */
final class JdbcOutbox implements Outbox {

    static final int LANES = 64;

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Topics topics;
    private final Runnable wakeRelay;
    private final String producer;

    JdbcOutbox(JdbcClient jdbc, EventCodec codec, Topics topics, Runnable wakeRelay, String producer) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.topics = topics;
        this.wakeRelay = wakeRelay;
        this.producer = producer;
    }

    @Override
    public <T> UUID append(
            EventType<T> type, String aggregateType, String aggregateId, long aggregateVersion, T payload) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("an event is appended in the transaction of its fact");
        }
        UUID eventId = UUID.randomUUID();
        var now = jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
        var envelope =
                new Envelope<>(eventId, type.name(), now, producer, type.schemaVersion(), MDC.get("traceId"), payload);
        jdbc.sql("""
                INSERT INTO outbox (id, lane, aggregatetype, aggregateid, aggregate_version, type, topic, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(eventId, lane(aggregateId), aggregateType, aggregateId, aggregateVersion, type.name())
                .param(topics.name(type.topic()))
                .param(codec.encode(envelope))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
        return eventId;
    }

    static int lane(String aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), LANES);
    }
}
