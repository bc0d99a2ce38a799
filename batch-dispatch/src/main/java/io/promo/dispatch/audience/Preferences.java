package io.promo.dispatch.audience;

import static java.time.ZoneOffset.UTC;

import io.promo.events.customer.PreferenceChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers themselves said about promotions. */
@Repository
class Preferences {

    /** Served by the primary keys. Nothing is kept of forgotten customers. */
    private static final String REMEMBER = """
            INSERT INTO preference AS p (user_id, version, unsubscribed, changed_at)
            SELECT :userId, :version, :unsubscribed, :changedAt
            WHERE NOT EXISTS (SELECT 1 FROM forgotten_customer WHERE user_id = :userId)
            ON CONFLICT (user_id) DO UPDATE
            SET version = EXCLUDED.version, unsubscribed = EXCLUDED.unsubscribed, changed_at = EXCLUDED.changed_at
            WHERE p.version < EXCLUDED.version
            """;

    /**
     * Served by the primary key. The instants are this database's, which audience instants are compared with: a run
     * that froze its audience before the word arrived is not changed by it afterwards.
     */
    private static final String APPLY = """
            UPDATE customer SET unsubscribed = :unsubscribed, changed_at = statement_timestamp(),
                                unsubscribed_at = CASE WHEN :unsubscribed THEN statement_timestamp() END
            WHERE user_id = :userId AND unsubscribed <> :unsubscribed
            """;

    private final JdbcClient jdbc;
    private final AudienceLock lock;

    Preferences(JdbcClient jdbc, AudienceLock lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /** Applies the change in the caller's transaction, unless a newer one was applied. */
    void on(PreferenceChanged changed) {
        lock.forOne();
        int newer = jdbc.sql(REMEMBER)
                .param("userId", changed.userId())
                .param("version", changed.version())
                .param("unsubscribed", changed.unsubscribed())
                .param("changedAt", changed.changedAt().atOffset(UTC))
                .update();
        if (newer > 0) {
            jdbc.sql(APPLY)
                    .param("userId", changed.userId())
                    .param("unsubscribed", changed.unsubscribed())
                    .update();
        }
    }
}
