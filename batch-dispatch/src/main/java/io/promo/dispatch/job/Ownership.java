package io.promo.dispatch.job;

import io.promo.dispatch.process.ProcessIdentity;
import io.promo.dispatch.run.RunActions;
import io.promo.dispatch.run.RunActions.Action;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which runs this manager owns, by the table of runs; every statement locks the run first. */
@Repository
@Profile("manager")
public class Ownership {

    /** Served by run_open and the primary key of process. */
    private static final String TAKEABLE = """
            SELECT run_id FROM run r
            WHERE not_before <= now()
              AND (state = 'DUE' AND desired = 'RUNNING' AND run_id <> ALL (:mine)
                   OR state = 'RUNNING'
                      AND NOT EXISTS (SELECT 1 FROM process p WHERE p.process_id = r.owner AND p.ended_at IS NULL))
            ORDER BY state = 'DUE', due_at, requested_at
            LIMIT greatest(0, :cap - (SELECT count(*) FROM run o JOIN process p ON p.process_id = o.owner
                                      WHERE o.state = 'RUNNING' AND p.ended_at IS NULL))
            FOR UPDATE OF r SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final ProcessIdentity self;
    private final RunActions actions;
    private final TransactionTemplate transaction;

    Ownership(JdbcClient jdbc, ProcessIdentity self, RunActions actions, PlatformTransactionManager transactions) {
        this.actions = actions;
        this.jdbc = jdbc;
        this.self = self;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Runs that nobody drives and somebody should, locked: those abandoned first, then those due, oldest first, as many
     * as the cap on concurrent runs allows. None while another manager takes some; the next sweep looks again.
     */
    public List<UUID> lockTakeable(int cap, Collection<UUID> mine) {
        // Or two managers at once would each see room for as many. Not waited for: its holder may hang.
        boolean alone = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('promo.take-runs'))")
                .query(Boolean.class)
                .single();
        if (!alone) {
            return List.of();
        }
        return jdbc.sql(TAKEABLE)
                .param("cap", cap)
                .param("mine", mine.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /**
     * Makes the run, locked by the caller, this process's own and under way. That it was another's is recorded; that it is
     * tried again after a setback is not, as its attempts and their reason say so.
     */
    public void take(UUID runId) {
        jdbc.sql("""
                        UPDATE run SET state = 'RUNNING', owner = ?, attempt = attempt + 1,
                                       started_at = coalesce(started_at, now()), updated_at = now()
                        WHERE run_id = ?
                        RETURNING CASE WHEN old.state = 'RUNNING' AND old.owner IS NOT NULL THEN 'its manager died'
                                       WHEN old.state = 'RUNNING' AND old.setbacks = 0 THEN 'its manager let go of it'
                                  END
                        """)
                .params(self.processId(), runId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .ifPresent(why -> actions.record(runId, RunActions.SYSTEM, Action.TAKE_OVER, why));
    }

    /** Locks the run and says whether it is this process's own. */
    boolean hold(UUID runId) {
        return jdbc.sql("SELECT 1 FROM run WHERE run_id = ? AND owner = ? FOR UPDATE")
                .params(runId, self.processId())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Changes something of a run in a transaction throughout which the run stays this process's own.
     *
     * @throws OwnershipLostException when it is another's by now; nothing is changed then
     */
    void holding(UUID runId, Runnable change) {
        transaction.executeWithoutResult(status -> {
            if (!hold(runId)) {
                throw new OwnershipLostException(runId);
            }
            change.run();
        });
    }

    /** Lets go of the run: it is to be taken again at once, by whichever manager. */
    void release(UUID runId) {
        jdbc.sql("UPDATE run SET owner = NULL, updated_at = now() WHERE run_id = ? AND owner = ?")
                .params(runId, self.processId())
                .update();
    }

    /**
     * Lets go of the run after a setback: it is to be taken again after a while, twice as long with each setback in a row, at
     * most a minute. An attempt in which anything was recorded begins a new row.
     *
     * @return how long
     */
    Duration postpone(UUID runId, String reason) {
        long seconds = jdbc.sql("""
                        UPDATE run SET owner = NULL, reason = :reason, updated_at = now(), setbacks = s.number,
                                       not_before = now() + least(60, power(2, least(s.number, 10))) * interval '1 second'
                        FROM (SELECT CASE WHEN EXISTS (SELECT 1 FROM run_partition p
                                                       WHERE p.run_id = r.run_id AND p.updated_at > r.updated_at)
                                     THEN 1 ELSE r.setbacks + 1 END AS number
                              FROM run r WHERE r.run_id = :runId) s
                        WHERE run_id = :runId AND owner = :self
                        RETURNING extract(epoch FROM not_before - now())::bigint
                        """)
                .param("runId", runId)
                .param("self", self.processId())
                .param("reason", reason)
                .query(Long.class)
                .single();
        return Duration.ofSeconds(seconds);
    }

    /**
     * Lets go of runs that stand in this process's name but are not driven by it.
     *
     * @param age only those untouched for so long: one that is being taken right now may be missing from {@code driven}
     */
    int releaseAllBut(Collection<UUID> driven, Duration age) {
        return jdbc.sql("""
                        UPDATE run SET owner = NULL, updated_at = now()
                        WHERE owner = :self AND state = 'RUNNING' AND run_id <> ALL (:driven)
                          AND updated_at <= now() - :age * interval '1 millisecond'
                        """)
                .param("self", self.processId())
                .param("age", age.toMillis())
                .param("driven", driven.toArray(UUID[]::new))
                .update();
    }
}
