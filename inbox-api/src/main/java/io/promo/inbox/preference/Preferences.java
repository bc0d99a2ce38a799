package io.promo.inbox.preference;

import io.promo.events.EventType;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.events.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers' preferences. A change and the event that tells dispatch of it share one transaction. */
@Service
class Preferences {

    /**
     * Served by the primary key of preference. A customer without a row may have been imported as unsubscribed, of which the
     * inbox has not heard yet: so the first word is always passed on.
     */
    private static final String CHANGE = """
            INSERT INTO preference AS p (user_id, unsubscribed) VALUES (:user, :unsubscribed)
            ON CONFLICT (user_id) DO UPDATE
            SET unsubscribed = excluded.unsubscribed, imported_by = NULL, version = p.version + 1, updated_at = now()
            WHERE p.unsubscribed <> excluded.unsubscribed
            RETURNING version, updated_at""";

    /** Served by the primary key. A version of its own even for the unsubscribed: dispatch waits to hear that we know. */
    private static final String UNSUBSCRIBE = """
            INSERT INTO preference AS p (user_id, unsubscribed, imported_by) VALUES (:user, true, :importedBy)
            ON CONFLICT (user_id) DO UPDATE
            SET unsubscribed = true, version = p.version + 1, updated_at = now(),
                imported_by = CASE WHEN p.unsubscribed THEN p.imported_by ELSE excluded.imported_by END
            RETURNING version, updated_at""";

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Preferences(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Whether the user said they want no promotions; false when they never said anything here. */
    public boolean unsubscribed(UUID user) {
        return jdbc.sql("SELECT unsubscribed FROM preference WHERE user_id = :user")
                .param("user", user)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Remembers the user's wish and tells dispatch; the same wish again changes and tells nothing. */
    @Transactional
    public void change(UUID user, boolean unsubscribed) {
        jdbc.sql(CHANGE)
                .param("user", user)
                .param("unsubscribed", unsubscribed)
                .query((row, number) -> changed(user, unsubscribed, null, row))
                .optional()
                .ifPresent(this::tell);
    }

    /** Takes over that an import unsubscribed the customer, and tells dispatch in any case. */
    @EventListener
    @Transactional
    public void on(UnsubscriptionImported imported) {
        tell(jdbc.sql(UNSUBSCRIBE)
                .param("user", imported.userId())
                .param("importedBy", imported.importedBy())
                .query((row, number) -> changed(imported.userId(), true, imported.importedBy(), row))
                .single());
    }

    private static PreferenceChanged changed(
            UUID user, boolean unsubscribed, @Nullable String importedBy, ResultSet row) throws SQLException {
        return new PreferenceChanged(
                user,
                row.getLong("version"),
                unsubscribed,
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                importedBy);
    }

    private void tell(PreferenceChanged change) {
        outbox.append(EventType.PREFERENCE_CHANGED, "customer", change.userId().toString(), change.version(), change);
    }
}
