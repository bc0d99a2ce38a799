package io.promo.events.outbox;

import io.promo.events.Envelope;
import io.promo.events.EventCodec;
import io.promo.events.EventType;
import io.promo.events.Topics;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
        Instant now = begin();
        UUID eventId = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO outbox (id, lane, aggregatetype, aggregateid, aggregate_version, type, topic, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(eventId, lane(aggregateId), aggregateType, aggregateId, aggregateVersion, type.name())
                .param(topics.name(type.topic()))
                .param(encoded(eventId, type, now, payload))
                .update();
        return eventId;
    }

    @Override
    public <T> void appendAll(EventType<T> type, String aggregateType, Map<String, T> payloads) {
        Instant now = begin();
        List<String> ids = payloads.keySet().stream()
                .map(it -> UUID.randomUUID().toString())
                .toList();
        Iterator<String> next = ids.iterator();
        jdbc.sql("""
                INSERT INTO outbox (id, lane, aggregatetype, aggregateid, type, topic, payload)
                SELECT id::uuid, lane, ?, aggregate, ?, ?, payload::jsonb
                FROM unnest(?, ?, ?, ?) AS event (id, lane, aggregate, payload)""")
                .params(aggregateType, type.name(), topics.name(type.topic()))
                .param(ids.toArray(String[]::new))
                .param(payloads.keySet().stream().map(JdbcOutbox::lane).toArray(Integer[]::new))
                .param(payloads.keySet().toArray(String[]::new))
                .param(payloads.values().stream()
                        .map(payload -> encoded(UUID.fromString(next.next()), type, now, payload))
                        .toArray(String[]::new))
                .update();
    }

    /** The time of the current transaction, at whose end the relay is woken. */
    private Instant begin() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("an event is appended in the transaction of its fact");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
        return jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
    }

    private <T> String encoded(UUID eventId, EventType<T> type, Instant now, T payload) {
        return codec.encode(
                new Envelope<>(eventId, type.name(), now, producer, type.schemaVersion(), MDC.get("traceId"), payload));
    }

    static int lane(String aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), LANES);
    }
}
