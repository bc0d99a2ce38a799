package io.promo.dispatch.partition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A run's step executions that are not over, seen from the manager: each has a row in {@code partition_claim}. */
@Repository
public class OpenSteps {

    /**
     * How far a run's step executions are.
     *
     * @param open not over
     * @param requested of those, with a request under way or in execution
     * @param executing of those, held by a live process
     */
    public record Tally(int open, int requested, int executing) {}

    /** Served by the primary key of process. */
    private static final String LIVE =
            "EXISTS (SELECT 1 FROM process p WHERE p.process_id = c.process_id AND p.ended_at IS NULL)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    OpenSteps(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Opens the step executions of a new attempt, and puts their partitions back into the queue. */
    public void open(UUID runId, Collection<StepExecution> executions) {
        template.batchUpdate(
                "INSERT INTO partition_claim (step_execution_id, run_id, partition_no) VALUES (?, ?, ?)",
                executions.stream()
                        .map(execution ->
                                new Object[] {execution.getId(), runId, PartitionSteps.partitionNo(execution)})
                        .toList());
        jdbc.sql("UPDATE run_partition SET state = 'QUEUED', reason = NULL WHERE run_id = ? AND state <> 'DONE'")
                .param(runId)
                .update();
    }

    /** Index partition_claim_run. */
    public Tally tally(UUID runId) {
        return jdbc.sql("SELECT count(*) AS open, count(requested_at) AS requested, count(*) FILTER (WHERE " + LIVE
                        + ") AS executing FROM partition_claim c WHERE run_id = ?")
                .param(runId)
                .query(Tally.class)
                .single();
    }

    /** Closes those that no live process executes: nobody can claim them any more. Returns their ids. */
    public List<Long> closeIdle(UUID runId) {
        return jdbc.sql("DELETE FROM partition_claim c WHERE run_id = ? AND NOT " + LIVE
                        + " RETURNING step_execution_id")
                .param(runId)
                .query(Long.class)
                .list();
    }

    /** Closes all: whoever still executes one can record nothing more. */
    public void closeAll(UUID runId) {
        jdbc.sql("DELETE FROM partition_claim WHERE run_id = ?").param(runId).update();
    }

    /** Why a partition of the run failed; empty when none did. Primary key of run_partition. */
    public Optional<String> failure(UUID runId) {
        return jdbc.sql("""
                        SELECT 'partition ' || partition_no || ': ' || coalesce(reason, 'failed') FROM run_partition
                        WHERE run_id = ? AND state = 'FAILED' ORDER BY partition_no LIMIT 1
                        """).param(runId).query(String.class).optional();
    }

    /** Whether every partition of the run is done. Primary key of run_partition. */
    public boolean allDone(UUID runId) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM run_partition WHERE run_id = ? AND state <> 'DONE')")
                .param(runId)
                .query(Boolean.class)
                .single();
    }
}
