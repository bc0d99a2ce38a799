package io.promo.inbox.preference;

import io.promo.events.EventType;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.outbox.Outbox;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers' preferences. A change and the event that tells dispatch of it share one transaction. */
@Service
class Preferences {

    /**
     * Served by the primary key of preference. A customer without a row may have been imported as unsubscribed, which
     * dispatch knows and the inbox does not: so the first word is always passed on.
     */
    private static final String CHANGE = """
            INSERT INTO preference AS p (user_id, unsubscribed) VALUES (:user, :unsubscribed)
            ON CONFLICT (user_id) DO UPDATE
            SET unsubscribed = excluded.unsubscribed, version = p.version + 1, updated_at = now()
            WHERE p.unsubscribed <> excluded.unsubscribed
            RETURNING version, updated_at""";

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Preferences(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Whether the user said they want no promotions; false when they never said anything here. */
    boolean unsubscribed(UUID user) {
        return jdbc.sql("SELECT unsubscribed FROM preference WHERE user_id = :user")
                .param("user", user)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Remembers the user's wish and tells dispatch; the same wish again changes and tells nothing. */
    @Transactional
    void change(UUID user, boolean unsubscribed) {
        jdbc.sql(CHANGE)
                .param("user", user)
                .param("unsubscribed", unsubscribed)
                .query((row, number) -> new PreferenceChanged(
                        user,
                        row.getLong("version"),
                        unsubscribed,
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional()
                .ifPresent(change -> outbox.append(
                        EventType.PREFERENCE_CHANGED, "customer", user.toString(), change.version(), change));
    }
}
