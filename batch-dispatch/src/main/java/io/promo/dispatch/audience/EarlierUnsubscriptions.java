package io.promo.dispatch.audience;

import io.promo.events.EventType;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.events.outbox.Outbox;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells inbox-api whom imports had unsubscribed before it was told of such things. The upgrade noted them; the manager tells
 * of them and not the migration, because inbox-api is sure to be upgraded by then.
 */
@Component
@Profile("manager")
class EarlierUnsubscriptions {

    private static final int AT_ONCE = 1_000;

    /** Served by the primary key. */
    private static final String TAKE = """
            DELETE FROM untold_unsubscription WHERE user_id IN (
                SELECT user_id FROM untold_unsubscription ORDER BY user_id LIMIT ? FOR UPDATE)
            RETURNING user_id""";

    /** Served by the primary key. Leaves out who has come back, said so in the inbox or was erased since. */
    private static final String MARK = """
            UPDATE customer SET import_unconfirmed = true
            WHERE user_id = ANY (?) AND unsubscribed AND unsubscribed_by IS NOT NULL
            RETURNING user_id, unsubscribed_by AS imported_by, unsubscribed_at AS imported_at""";

    private final JdbcClient jdbc;
    private final AudienceLock lock;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    EarlierUnsubscriptions(JdbcClient jdbc, AudienceLock lock, Outbox outbox, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells of all of them, a thousand to a transaction. After the first time there are none. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS, initialDelayString = "PT10S")
    @SchedulerLock(name = "earlier-unsubscriptions", lockAtMostFor = "PT30M")
    public void tell() {
        int taken;
        do {
            taken = Objects.requireNonNull(transaction.execute(status -> tellOfSome()));
        } while (taken == AT_ONCE);
    }

    private int tellOfSome() {
        lock.forOne();
        List<UUID> taken = jdbc.sql(TAKE).param(AT_ONCE).query(UUID.class).list();
        List<UnsubscriptionImported> some = jdbc.sql(MARK)
                .param(taken.toArray(UUID[]::new))
                .query(UnsubscriptionImported.class)
                .list();
        if (!some.isEmpty()) {
            outbox.appendAll(
                    EventType.UNSUBSCRIPTION_IMPORTED,
                    "customer",
                    some.stream().collect(Collectors.toMap(it -> it.userId().toString(), Function.identity())));
        }
        return taken.size();
    }
}
