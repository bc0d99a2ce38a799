package io.promo.events.consumer;

import io.promo.events.Envelope;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers which events a consumer has taken effect of, in the transaction of the effect. */
public final class ConsumedEvents {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ConsumedEvents(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Lets an event take effect unless it has before. Joins the caller's transaction or opens one; when the effect
     * throws, neither it nor the memory of it remains.
     *
     * @param consumer who consumes; a name of its own for each effect of an event
     * @return false when the event had taken effect before
     */
    public boolean once(String consumer, Envelope<?> event, Runnable effect) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = remember(consumer, event.eventId());
            if (first) {
                effect.run();
            }
            return first;
        }));
    }

    /** Forgets events consumed longer ago than any topic keeps them; returns how many. */
    int forgetOlderThan(Duration age) {
        return jdbc.sql("DELETE FROM consumed_event WHERE consumed_at < now() - make_interval(secs => ?)")
                .param(age.toSeconds())
                .update();
    }

    private boolean remember(String consumer, UUID eventId) {
        return jdbc.sql("INSERT INTO consumed_event (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(consumer, eventId)
                        .update()
                == 1;
    }
}
