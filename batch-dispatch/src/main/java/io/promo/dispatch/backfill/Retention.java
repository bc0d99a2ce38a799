package io.promo.dispatch.backfill;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far back the inbox keeps messages. */
@Repository
class Retention {

    private final JdbcClient inbox;

    Retention(@Qualifier("inbox") JdbcClient inbox) {
        this.inbox = inbox;
    }

    /** The oldest dispatch date that may still be sent. */
    LocalDate oldestDate() {
        return inbox.sql("SELECT oldest_dispatch_date()").query(LocalDate.class).single();
    }
}
