package io.promo.dispatch.partition;

import io.promo.dispatch.process.ProcessIdentity;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who executes which step execution, seen from a worker. Each new owner raises the epoch; everything an owner records
 * is recorded under a lock on its claim and only while the epoch is its own.
 */
@Repository
public class Claims {

    /**
     * Primary keys of partition_claim and process. One statement: two workers never both get it. Without a request under
     * way the partition was handed back and waits; an older copy of its request must not cut that short. Once claimed, the
     * requests it took count no more: should its owner die, the next one is due at once.
     */
    private static final String CLAIM = """
            UPDATE partition_claim c SET process_id = :self, epoch = c.epoch + 1, claimed_at = now(), requests = 0, next_request_at = now()
            WHERE c.step_execution_id = :id AND c.requested_at IS NOT NULL
              AND (c.process_id IS NULL
                   OR NOT EXISTS (SELECT 1 FROM process p WHERE p.process_id = c.process_id AND p.ended_at IS NULL))
            RETURNING c.step_execution_id, c.run_id, c.partition_no, c.process_id, c.epoch, c.failures
            """;

    /** The fence: no row when the claim is another's by now. Primary keys. */
    private static final String RECORD = """
            WITH fence AS (
                SELECT run_id, partition_no FROM partition_claim
                WHERE step_execution_id = :id AND process_id = :self AND epoch = :epoch FOR UPDATE),
            passed_by AS (
                INSERT INTO run_unsubscribed (user_id, run_id) SELECT unnest(:unsubscribed::uuid[]), run_id FROM fence
                ON CONFLICT DO NOTHING)
            UPDATE run_partition p
            SET state = 'RUNNING', process_id = :self, reason = NULL, updated_at = now(), ended_at = NULL,
                started_at = coalesce(started_at, now()), attempts = attempts + :attempts,
                delivered = delivered + :delivered, inserted = inserted + :inserted,
                unsubscribed = unsubscribed + cardinality(:unsubscribed::uuid[]),
                chunks = chunks + :chunks, chunks_replayed = chunks_replayed + :replayed,
                resume_after = coalesce(:lastUser, resume_after)
            FROM fence WHERE p.run_id = fence.run_id AND p.partition_no = fence.partition_no
            """;

    /** As {@link #RECORD}, and the last thing recorded: the claim goes with the step execution's end. */
    private static final String FINISH = """
            WITH fence AS (
                DELETE FROM partition_claim
                WHERE step_execution_id = :id AND process_id = :self AND epoch = :epoch
                RETURNING run_id, partition_no)
            UPDATE run_partition p
            SET state = :state, reason = :reason, updated_at = now(), ended_at = CASE WHEN :state <> 'QUEUED' THEN now() END
            FROM fence WHERE p.run_id = fence.run_id AND p.partition_no = fence.partition_no
            """;

    /** Hands the partition back: it is to be requested again after the delay. */
    private static final String RELEASE = """
            WITH fence AS (
                UPDATE partition_claim
                SET process_id = NULL, requested_at = NULL, failures = failures + :failures,
                    next_request_at = now() + :delay * interval '1 millisecond'
                WHERE step_execution_id = :id AND process_id = :self AND epoch = :epoch
                RETURNING run_id, partition_no)
            UPDATE run_partition p
            SET state = 'QUEUED', reason = coalesce(:reason, reason)
            FROM fence WHERE p.run_id = fence.run_id AND p.partition_no = fence.partition_no
            """;

    private final JdbcClient jdbc;
    private final ProcessIdentity self;

    Claims(JdbcClient jdbc, ProcessIdentity self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /** Takes the step execution when nobody alive holds it; empty when somebody does, or it is over. */
    public Optional<Claim> claim(long stepExecutionId) {
        return jdbc.sql(CLAIM)
                .param("id", stepExecutionId)
                .param("self", self.processId())
                .query(Claim.class)
                .optional();
    }

    /**
     * Records that the partition is being executed, in the caller's transaction.
     *
     * @param attempts 1 at the start of the execution, else 0
     * @throws FenceLostException when the claim is no longer ours
     */
    public void record(Claim claim, int attempts, Progress progress) {
        int rows = fenced(RECORD, claim)
                .param("attempts", attempts)
                .param("delivered", progress.delivered())
                .param("inserted", progress.inserted())
                .param("unsubscribed", progress.unsubscribed().toArray(UUID[]::new))
                .param("chunks", progress.chunks())
                .param("replayed", progress.replayed())
                .param("lastUser", progress.lastUser(), Types.OTHER)
                .update();
        requireFence(claim, rows);
    }

    /**
     * Records the end of the step execution, in the caller's transaction.
     *
     * @param state DONE, FAILED, or QUEUED when it was stopped
     * @throws FenceLostException when the claim is no longer ours
     */
    public void finish(Claim claim, String state, @Nullable String reason) {
        int rows = fenced(FINISH, claim)
                .param("state", state)
                .param("reason", reason, Types.VARCHAR)
                .update();
        requireFence(claim, rows);
    }

    /** Gives up a claim on a step execution that is void; the partition itself may be under way in a later one. */
    public void drop(Claim claim) {
        fenced("""
                        DELETE FROM partition_claim WHERE step_execution_id = :id AND process_id = :self AND epoch = :epoch
                        """, claim).update();
    }

    /**
     * Hands the partition back.
     *
     * @param failedTry whether this try could never have succeeded
     * @return false: it has been taken over and is as its new owner has it
     */
    public boolean release(Claim claim, Duration delay, boolean failedTry, @Nullable String reason) {
        int rows = fenced(RELEASE, claim)
                .param("failures", failedTry ? 1 : 0)
                .param("delay", delay.toMillis())
                .param("reason", reason, Types.VARCHAR)
                .update();
        return rows == 1;
    }

    /** Hands back what stands in this process's name but is not executed by it: a release that did not arrive. */
    public int releaseAllBut(Collection<Long> executed) {
        // Index partition_claim_process.
        return jdbc.sql("""
                        UPDATE partition_claim SET process_id = NULL, requested_at = NULL, next_request_at = now()
                        WHERE process_id = :self AND step_execution_id <> ALL (:executed)
                          AND claimed_at < now() - interval '5 seconds'
                        """)
                .param("self", self.processId())
                .param("executed", executed.toArray(Long[]::new))
                .update();
    }

    /** Whether the step execution and its job can still be brought to an end by executing it. Primary keys. */
    public boolean isExecutable(long stepExecutionId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM batch_step_execution s JOIN batch_job_execution j USING (job_execution_id)
                            WHERE s.step_execution_id = ? AND s.status IN ('STARTING', 'STARTED', 'STOPPING')
                              AND j.status IN ('STARTING', 'STARTED', 'STOPPING', 'STOPPED'))
                        """).param(stepExecutionId).query(Boolean.class).single();
    }

    /** Whether there ever was such a step execution. Primary key. */
    public boolean isKnown(long stepExecutionId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM batch_step_execution WHERE step_execution_id = ?)")
                .param(stepExecutionId)
                .query(Boolean.class)
                .single();
    }

    /** Notes what a guard caught, for operators and tests. */
    public void recordStale(long stepExecutionId, String reason) {
        jdbc.sql("INSERT INTO stale_request (step_execution_id, process_id, reason) VALUES (?, ?, ?)")
                .params(stepExecutionId, self.processId(), reason)
                .update();
    }

    private JdbcClient.StatementSpec fenced(String sql, Claim claim) {
        return jdbc.sql(sql)
                .param("id", claim.stepExecutionId())
                .param("self", self.processId())
                .param("epoch", claim.epoch());
    }

    private static void requireFence(Claim claim, int rows) {
        if (rows != 1) {
            throw new FenceLostException(claim);
        }
    }
}
