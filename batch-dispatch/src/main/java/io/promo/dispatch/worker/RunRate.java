package io.promo.dispatch.worker;

import io.promo.dispatch.run.Run;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows per second a run may write, shared by all workers through one row in the database and by its clock. */
@Repository
@Profile("worker")
class RunRate {

    /**
     * What to do when the rate does not allow a page yet.
     *
     * @param delay until the next page may be written
     * @param others whether other runs are under way that could use the thread meanwhile
     */
    record Outlook(Duration delay, boolean others) {}

    private final JdbcClient jdbc;

    RunRate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of a page: a second's worth, so that a slow run moves smoothly. */
    static int pageSize(Run run, int pageSize) {
        Integer rate = run.maxRate();
        return rate == null ? pageSize : Math.min(pageSize, rate);
    }

    /** Takes the right to write so many rows now; false when it is too early. Primary key of run_rate. */
    boolean take(UUID runId, int rows, int rowsPerSecond) {
        return jdbc.sql("""
                        INSERT INTO run_rate (run_id, next_at)
                        VALUES (:runId, clock_timestamp() + :seconds * interval '1 second')
                        ON CONFLICT (run_id) DO UPDATE SET next_at = excluded.next_at
                        WHERE run_rate.next_at <= clock_timestamp()
                        """)
                        .param("runId", runId)
                        .param("seconds", (double) rows / rowsPerSecond)
                        .update()
                == 1;
    }

    /** Primary key of run_rate, index run_open. */
    Outlook outlook(UUID runId) {
        return jdbc.sql("""
                        SELECT greatest(0, extract(epoch FROM next_at - clock_timestamp()) * 1000)::bigint AS millis,
                               EXISTS (SELECT 1 FROM run o WHERE o.state = 'RUNNING' AND o.run_id <> r.run_id) AS others
                        FROM run_rate r WHERE r.run_id = ?
                        """)
                .param(runId)
                .query((row, number) -> new Outlook(Duration.ofMillis(row.getLong("millis")), row.getBoolean("others")))
                .single();
    }
}
