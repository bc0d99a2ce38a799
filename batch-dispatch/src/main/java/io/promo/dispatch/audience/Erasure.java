package io.promo.dispatch.audience;

import io.promo.dispatch.run.RunOver;
import io.promo.events.EventType;
import io.promo.events.customer.CustomerForgotten;
import io.promo.events.outbox.Outbox;
import io.promo.http.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a customer: only the id stays, so that no import brings them back and no one wonders. */
@Service
class Erasure {

    /**
     * What came of it, or would come of it.
     *
     * @param erased whether the customer was erased by this very request
     * @param forgottenAt when the customer was erased, now or before; in a dry run now stands for then
     */
    record Forgotten(UUID userId, boolean dryRun, boolean erased, Instant forgottenAt) {}

    private final JdbcClient jdbc;
    private final AudienceLock lock;
    private final Outbox outbox;

    Erasure(JdbcClient jdbc, AudienceLock lock, Outbox outbox) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.outbox = outbox;
    }

    /**
     * Erases the customer here and tells whoever else holds their data. Idempotent.
     *
     * @throws Refusal when there is no such customer and never was
     */
    @Transactional
    public Forgotten forget(UUID userId, String requestedBy, boolean dryRun) {
        lock.forOne();
        Optional<Instant> before = forgottenAt(userId);
        if (before.isPresent()) {
            return new Forgotten(userId, dryRun, false, before.get());
        }
        if (!isKnown(userId)) {
            throw Refusal.notFound("customer " + userId);
        }
        if (dryRun) {
            return new Forgotten(userId, true, true, now());
        }
        return erase(userId, requestedBy);
    }

    private Forgotten erase(UUID userId, String requestedBy) {
        Optional<Instant> at = jdbc.sql("""
                        INSERT INTO forgotten_customer (user_id, forgotten_at, requested_by) VALUES (?, clock_timestamp(), ?)
                        ON CONFLICT (user_id) DO NOTHING RETURNING forgotten_at
                        """)
                .params(userId, requestedBy)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        if (at.isEmpty()) {
            // Somebody else asked for the same at the same time and was first.
            return new Forgotten(userId, false, false, forgottenAt(userId).orElseThrow());
        }
        jdbc.sql("DELETE FROM customer WHERE user_id = ?").param(userId).update();
        jdbc.sql("DELETE FROM preference WHERE user_id = ?").param(userId).update();
        jdbc.sql("DELETE FROM test_send WHERE user_id = ?").param(userId).update();
        jdbc.sql("DELETE FROM run_unsubscribed WHERE user_id = ?").param(userId).update();
        tell(new CustomerForgotten(userId, at.get()));
        return new Forgotten(userId, false, true, at.get());
    }

    /**
     * Tells of erasures during the run once more: a chunk that was under way may have brought the customer a message after
     * the first word of it, as one that began while the erasure was about to be committed. Told once too often does no
     * harm. The few rows of forgotten_customer are scanned.
     */
    @EventListener
    void on(RunOver over) {
        jdbc.sql("""
                        SELECT f.user_id, f.forgotten_at FROM forgotten_customer f, run r
                        WHERE r.run_id = ? AND f.forgotten_at >= r.started_at - interval '1 hour'
                        """).param(over.runId()).query(CustomerForgotten.class).list().forEach(this::tell);
    }

    private void tell(CustomerForgotten forgotten) {
        outbox.append(
                EventType.CUSTOMER_FORGOTTEN, "customer", forgotten.userId().toString(), 0, forgotten);
    }

    private Optional<Instant> forgottenAt(UUID userId) {
        return jdbc.sql("SELECT forgotten_at FROM forgotten_customer WHERE user_id = ?")
                .param(userId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private boolean isKnown(UUID userId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM customer WHERE user_id = :id)"
                        + " OR EXISTS (SELECT 1 FROM preference WHERE user_id = :id)")
                .param("id", userId)
                .query(Boolean.class)
                .single();
    }

    private Instant now() {
        return jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
    }
}
