package io.promo.dispatch.audience;

import io.promo.events.EventType;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.events.outbox.Outbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells inbox-api, which owns what customers want, whom an import has unsubscribed. */
@Component
class ImportedUnsubscriptions {

    private static final int AT_ONCE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final StagedCustomers staged;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    ImportedUnsubscriptions(StagedCustomers staged, Outbox outbox, JdbcClient jdbc) {
        this.staged = staged;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Appends an event for each of them, in the transaction of the import. */
    void tell(String importedBy) {
        Instant now =
                jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
        List<UUID> some = staged.unsubscribed(BEFORE_ALL, AT_ONCE);
        while (!some.isEmpty()) {
            outbox.appendAll(
                    EventType.UNSUBSCRIPTION_IMPORTED,
                    "customer",
                    some.stream()
                            .map(user -> new UnsubscriptionImported(user, importedBy, now))
                            .collect(Collectors.toMap(it -> it.userId().toString(), Function.identity())));
            some = staged.unsubscribed(some.get(some.size() - 1), AT_ONCE);
        }
    }
}
