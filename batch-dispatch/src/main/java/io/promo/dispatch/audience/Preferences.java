package io.promo.dispatch.audience;

import static java.time.ZoneOffset.UTC;

import io.promo.events.customer.PreferenceChanged;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What inbox-api, which owns it, says that customers want. */
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
     * Served by the primary key. Once inbox-api has named an importer, all that it says later was said knowing of the import.
     */
    private static final String CONFIRM =
            "UPDATE customer SET import_unconfirmed = false WHERE user_id = :userId AND import_unconfirmed";

    /**
     * Served by the primary key. The instants are this database's, which audience instants are compared with: a run
     * that froze its audience before the word arrived is not changed by it afterwards. A word from before inbox-api heard
     * of an import does not undo the import.
     */
    private static final String APPLY = """
            UPDATE customer SET unsubscribed = :unsubscribed, changed_at = statement_timestamp(),
                                unsubscribed_at = CASE WHEN :unsubscribed THEN statement_timestamp() END,
                                unsubscribed_by = CASE WHEN :unsubscribed THEN :importedBy END
            WHERE user_id = :userId AND unsubscribed <> :unsubscribed AND NOT import_unconfirmed
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
        if (changed.importedBy() != null) {
            jdbc.sql(CONFIRM).param("userId", changed.userId()).update();
        }
        if (newer > 0) {
            jdbc.sql(APPLY)
                    .param("userId", changed.userId())
                    .param("unsubscribed", changed.unsubscribed())
                    .param("importedBy", changed.importedBy(), Types.VARCHAR)
                    .update();
        }
    }
}
