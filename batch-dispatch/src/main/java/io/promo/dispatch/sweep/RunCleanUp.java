package io.promo.dispatch.sweep;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets how a run was done when it has been over for {@link #KEPT_DAYS} days and can never go on: its partitions, its
 * rate and what Spring Batch kept. The run itself stays, with its counts: it is what keeps its date from being sent again.
 * Stopped and failed runs keep all, as they can be restarted. Dead letters and refused requests of that age go too,
 * and what came of test messages after a day.
 */
@Component
@Profile("manager")
public class RunCleanUp {

    /** Longer than any topic keeps a record, so that an old request still meets the step execution it is of. */
    static final int KEPT_DAYS = 30;

    private static final int RUNS_AT_ONCE = 100;

    private static final Logger log = LoggerFactory.getLogger(RunCleanUp.class);

    /** Scanned once an hour; a run has partitions by their primary key. */
    private static final String DONE_WITH = """
            SELECT run_id FROM run r
            WHERE state IN ('COMPLETED', 'CANCELLED') AND ended_at < now() - make_interval(days => :days)
              AND (EXISTS (SELECT 1 FROM run_partition p WHERE p.run_id = r.run_id)
                   OR EXISTS (SELECT 1 FROM batch_job_execution_params p
                              WHERE p.parameter_name = 'run_id' AND p.parameter_value = r.run_id::text))
            LIMIT :limit FOR UPDATE SKIP LOCKED
            """;

    /** The instances of the runs' jobs; their executions by batch_job_execution_params are scanned once for all runs. */
    private static final String INSTANCES = """
            SELECT DISTINCT job_instance_id FROM batch_job_execution_params JOIN batch_job_execution USING (job_execution_id)
            WHERE parameter_name = 'run_id' AND parameter_value = ANY (:runs)
            """;

    /** In the order of the foreign keys. */
    private static final List<String> METADATA = List.of(
            """
            DELETE FROM batch_step_execution_context WHERE step_execution_id IN (
                SELECT step_execution_id FROM batch_step_execution JOIN batch_job_execution USING (job_execution_id)
                WHERE job_instance_id = ANY (:instances))
            """,
            """
            DELETE FROM batch_step_execution WHERE job_execution_id IN (
                SELECT job_execution_id FROM batch_job_execution WHERE job_instance_id = ANY (:instances))
            """,
            """
            DELETE FROM batch_job_execution_context WHERE job_execution_id IN (
                SELECT job_execution_id FROM batch_job_execution WHERE job_instance_id = ANY (:instances))
            """,
            """
            DELETE FROM batch_job_execution_params WHERE job_execution_id IN (
                SELECT job_execution_id FROM batch_job_execution WHERE job_instance_id = ANY (:instances))
            """,
            "DELETE FROM batch_job_execution WHERE job_instance_id = ANY (:instances)",
            "DELETE FROM batch_job_instance WHERE job_instance_id = ANY (:instances)");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RunCleanUp(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Once an hour in one manager, a hundred runs to a transaction. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS, initialDelayString = "PT5M")
    @SchedulerLock(name = "clean-up", lockAtMostFor = "PT30M")
    public void run() {
        forgetRecords();
        int forgotten = 0;
        int runs;
        do {
            runs = Objects.requireNonNull(transaction.execute(status -> forgetRuns()));
            forgotten += runs;
        } while (runs == RUNS_AT_ONCE);
        if (forgotten > 0) {
            log.info("Forgot how {} runs of long ago were done", forgotten);
        }
    }

    private void forgetRecords() {
        jdbc.sql("DELETE FROM stale_request WHERE at < now() - make_interval(days => ?)")
                .param(KEPT_DAYS)
                .update();
        jdbc.sql("DELETE FROM dead_letter WHERE received_at < now() - make_interval(days => ?)")
                .param(KEPT_DAYS)
                .update();
        // Index test_send_at.
        jdbc.sql("DELETE FROM test_send WHERE at < now() - interval '1 day'").update();
    }

    private int forgetRuns() {
        UUID[] runs = jdbc.sql(DONE_WITH)
                .param("days", KEPT_DAYS)
                .param("limit", RUNS_AT_ONCE)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        Long[] instances = jdbc.sql(INSTANCES)
                .param("runs", Stream.of(runs).map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        METADATA.forEach(
                delete -> jdbc.sql(delete).param("instances", instances).update());
        jdbc.sql("DELETE FROM run_rate WHERE run_id = ANY (?)").param(runs).update();
        jdbc.sql("DELETE FROM run_partition WHERE run_id = ANY (?)").param(runs).update();
        return runs.length;
    }
}
