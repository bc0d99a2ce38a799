package io.promo.inbox.analytics;

import io.promo.events.dispatch.RunEnded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the runs have brought, as far as dispatch has told. */
@Repository
class Dispatches {

    /**
     * Served by the primary key of dispatched_run. A run that was stopped and restarted ends more than once; its counts
     * only grow, so the largest are the latest, in whatever order and however often they come.
     */
    private static final String REMEMBER = """
            INSERT INTO dispatched_run AS r (event_id, dispatch_date, generation, delivered, inserted)
            VALUES (:event, :date, :generation, :delivered, :inserted)
            ON CONFLICT (event_id, dispatch_date, generation) DO UPDATE
            SET delivered = greatest(r.delivered, excluded.delivered), inserted = greatest(r.inserted, excluded.inserted)""";

    private final JdbcClient jdbc;

    Dispatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the run's largest counts. */
    void remember(RunEnded run) {
        jdbc.sql(REMEMBER)
                .param("event", run.eventId())
                .param("date", run.dispatchDate())
                .param("generation", run.generation())
                .param("delivered", run.delivered())
                .param("inserted", run.inserted())
                .update();
    }
}
