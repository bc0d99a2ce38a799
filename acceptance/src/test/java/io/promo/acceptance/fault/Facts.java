package io.promo.acceptance.fault;

import io.promo.acceptance.Stack;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the databases say of runs, asked by SQL: there may be no service to ask. Each question is a connection of its own. */
final class Facts {

    final JdbcClient dispatch;
    final JdbcClient inbox;

    Facts(Stack stack) {
        dispatch = client(stack.jdbcUrl("dispatch"), "promo_owner");
        inbox = client(stack.jdbcUrl("inbox"), "promo_owner");
    }

    /** Speaks to a database as a user who needs no password. */
    static JdbcClient client(String jdbcUrl, String user) {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl, user, ""));
    }

    /** The event's run of a generation. */
    Optional<UUID> run(UUID eventId, int generation) {
        return dispatch.sql("SELECT run_id FROM run WHERE event_id = ? AND generation = ?")
                .params(eventId, generation)
                .query(UUID.class)
                .optional();
    }

    /** How many runs the event has. */
    long runs(UUID eventId) {
        return one(Long.class, "SELECT count(*) FROM run WHERE event_id = ?", eventId);
    }

    LocalDate date(UUID runId) {
        return one(LocalDate.class, "SELECT dispatch_date FROM run WHERE run_id = ?", runId);
    }

    String state(UUID runId) {
        return one(String.class, "SELECT state FROM run WHERE run_id = ?", runId);
    }

    /** Whether somebody wants the run stopped that is still under way. */
    boolean isStopping(UUID runId) {
        return one(Boolean.class, "SELECT desired = 'STOPPED' AND state = 'RUNNING' FROM run WHERE run_id = ?", runId);
    }

    /** Rows of committed chunks. */
    long delivered(UUID runId) {
        return one(Long.class, "SELECT coalesce(sum(delivered), 0) FROM run_partition WHERE run_id = ?", runId);
    }

    /** Messages of an event there are, whatever the date. */
    long messages(UUID eventId) {
        return inbox.sql("SELECT count(*) FROM inbox_message JOIN delivery USING (delivery_id) WHERE event_id = ?")
                .param(eventId)
                .query(Long.class)
                .single();
    }

    long chunksReplayed(UUID runId) {
        return one(Long.class, "SELECT coalesce(sum(chunks_replayed), 0) FROM run_partition WHERE run_id = ?", runId);
    }

    /** Refused requests and fenced commits since the stack was made. */
    long staleRefused() {
        return one(Long.class, "SELECT count(*) FROM stale_request");
    }

    /** What one process wanted to record, or to hand back, and was refused. */
    long refused(UUID processId) {
        return one(Long.class, "SELECT count(*) FROM stale_request WHERE process_id = ?", processId);
    }

    /** The manager that drives the run. */
    Optional<UUID> owner(UUID runId) {
        return dispatch.sql("SELECT owner FROM run WHERE run_id = ? AND owner IS NOT NULL")
                .param(runId)
                .query(UUID.class)
                .optional();
    }

    /** What a run that is over has left half done: partitions, claims, executions of jobs and steps. */
    long stuck(UUID runId) {
        return one(Long.class, """
                        SELECT (SELECT count(*) FROM run_partition WHERE run_id = ? AND state <> 'DONE')
                             + (SELECT count(*) FROM partition_claim WHERE run_id = ?)
                             + (SELECT count(*) FROM batch_job_execution JOIN batch_job_execution_params p USING (job_execution_id)
                                WHERE status IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') AND p.parameter_value = ?::text)
                             + (SELECT count(*) FROM batch_step_execution JOIN batch_job_execution_params p USING (job_execution_id)
                                WHERE status IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') AND p.parameter_value = ?::text)
                        """, runId, runId, runId, runId);
    }

    /** How often each partition was begun. */
    Map<Integer, Integer> attempts(UUID runId) {
        return dispatch
                .sql("SELECT partition_no, attempts FROM run_partition WHERE run_id = ?")
                .param(runId)
                .query()
                .listOfRows()
                .stream()
                .collect(Collectors.toMap(
                        row -> (Integer) row.get("partition_no"), row -> (Integer) row.get("attempts")));
    }

    /** Partitions of the run in that state. */
    Set<Integer> partitions(UUID runId, String state) {
        return dispatch.sql("SELECT partition_no FROM run_partition WHERE run_id = ? AND state = ?")
                .params(runId, state)
                .query(Integer.class)
                .set();
    }

    /** Partitions of the run that a process holds. */
    Set<Integer> heldBy(UUID processId, UUID runId) {
        return dispatch.sql("SELECT partition_no FROM partition_claim WHERE run_id = ? AND process_id = ?")
                .params(runId, processId)
                .query(Integer.class)
                .set();
    }

    /** Partitions of the run whose request waits in Kafka. */
    Set<Integer> queued(UUID runId) {
        return dispatch.sql("""
                        SELECT partition_no FROM partition_claim
                        WHERE run_id = ? AND process_id IS NULL AND kafka_offset IS NOT NULL
                        """).param(runId).query(Integer.class).set();
    }

    /** Whether a process has a partition of the run under way and most of it before it. */
    boolean hasJustBegun(UUID processId, UUID runId) {
        return one(Boolean.class, """
                        SELECT EXISTS (SELECT 1 FROM run_partition JOIN partition_claim c USING (run_id, partition_no)
                                       WHERE run_id = ? AND c.process_id = ? AND state = 'RUNNING' AND chunks BETWEEN 1 AND 3)
                        """, runId, processId);
    }

    /** The id a process of dispatch has given itself. */
    UUID processId(long pid) {
        return one(UUID.class, "SELECT process_id FROM process WHERE pid = ? ORDER BY started_at DESC LIMIT 1", pid);
    }

    private <T> T one(Class<T> type, String sql, Object... parameters) {
        return dispatch.sql(sql).params(parameters).query(type).single();
    }
}
