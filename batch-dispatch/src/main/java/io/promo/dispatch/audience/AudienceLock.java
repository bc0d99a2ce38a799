package io.promo.dispatch.audience;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may change customers. What writes many at once shuts the others out; single changes go on beside each other. So an
 * import sees every unsubscription and every erasure that came before it, and a run that is made in between has an
 * audience instant at which every change is either seen or later. Held until the transaction ends.
 */
@Component
public class AudienceLock {

    private final JdbcClient jdbc;

    AudienceLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For changes of many customers, and for whoever freezes an audience. */
    public void forMany() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('promo.audience'))")
                .query()
                .singleRow();
    }

    /** For a change of one customer. */
    void forOne() {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtext('promo.audience'))")
                .query()
                .singleRow();
    }
}
