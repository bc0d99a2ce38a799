package io.promo.dispatch.engine;

import io.promo.dispatch.run.RunLifecycle;
import io.promo.dispatch.run.RunState;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine writes down about processes, claims and steps, and ways to damage it as faults do. */
@TestComponent
public class Engine {

    private final World world;
    private final TestServers servers;
    private final RunLifecycle lifecycle;
    private final JobRepository repository;

    Engine(World world, TestServers servers, RunLifecycle lifecycle, JobRepository repository) {
        this.world = world;
        this.servers = servers;
        this.lifecycle = lifecycle;
        this.repository = repository;
    }

    /** A process of the registry that is only a row; {@code heartbeatAt} is an SQL expression. */
    public UUID process(String heartbeatAt) {
        UUID process = UUID.randomUUID();
        world.dispatch
                .sql(
                        "INSERT INTO process (process_id, role, host, pid, heartbeat_at) VALUES (?, 'WORKER', 'elsewhere', 1, "
                                + heartbeatAt + ")")
                .param(process)
                .update();
        return process;
    }

    /** A session as that process would have it, in the midst of a transaction. */
    public Connection sessionOf(UUID process, Database database, Role role) throws SQLException {
        String url = servers.database(database).jdbcUrl();
        Connection connection = DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + process, role.userName(), "");
        connection.setAutoCommit(false);
        return connection;
    }

    public void claimFor(UUID run, UUID process) {
        world.dispatch
                .sql("UPDATE partition_claim SET process_id = ?, epoch = 1, claimed_at = now() WHERE run_id = ?")
                .params(process, run)
                .update();
    }

    public void awaitRequested(UUID run, int partitions) {
        Awaitility.await("requests of " + run)
                .atMost(Duration.ofSeconds(20))
                .until(() -> partitions
                        == world.dispatch
                                .sql(
                                        "SELECT count(*) FROM partition_claim WHERE run_id = ? AND kafka_offset IS NOT NULL")
                                .param(run)
                                .query(Integer.class)
                                .single());
    }

    public int attempts(UUID run) {
        return world.dispatch
                .sql("SELECT sum(attempts) FROM run_partition WHERE run_id = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    public int stale(UUID run) {
        return staleLike(run, "%");
    }

    public int fenced(UUID run) {
        return staleLike(run, "fenced%");
    }

    private int staleLike(UUID run, String reason) {
        return world.dispatch
                .sql("""
                        SELECT count(*) FROM stale_request s JOIN batch_step_execution USING (step_execution_id)
                        JOIN batch_job_execution_params p USING (job_execution_id)
                        WHERE p.parameter_value = ? AND s.reason LIKE ?
                        """)
                .params(run.toString(), reason)
                .query(Integer.class)
                .single();
    }

    /** Status of the run's last job execution. */
    public String jobState(UUID run) {
        return world.dispatch.sql("""
                        SELECT status FROM batch_job_execution
                        JOIN batch_job_execution_params p USING (job_execution_id)
                        WHERE p.parameter_value = ? ORDER BY job_execution_id DESC LIMIT 1
                        """).param(run.toString()).query(String.class).single();
    }

    /** Status and version of every step of the run. */
    public List<String> batchStates(UUID run) {
        return world.dispatch.sql("""
                        SELECT s.step_execution_id || s.status || s.version FROM batch_step_execution s
                        JOIN batch_job_execution_params p USING (job_execution_id)
                        WHERE p.parameter_value = ? ORDER BY 1
                        """).param(run.toString()).query(String.class).list();
    }

    /** Does something while the run rests; after that it keeps to no rate any more. */
    public void pauseAndResumeWith(UUID run, Runnable meanwhile) {
        lifecycle.pause(run, "test");
        world.awaitState(run, RunState.PAUSED);
        meanwhile.run();
        world.hurry(run);
        lifecycle.resume(run, false, "test");
    }

    /** Forgets how far the open partitions have come, as if their chunks' metadata had never been committed. */
    public void rewind(UUID run) {
        List<Long> steps =
                world.dispatch.sql("""
                        SELECT step_execution_id FROM batch_step_execution s
                        JOIN batch_job_execution_params p USING (job_execution_id)
                        WHERE p.parameter_value = ? AND s.step_name LIKE 'partition:%' AND s.status = 'STOPPED'
                        """).param(run.toString()).query(Long.class).list();
        for (long id : steps) {
            StepExecution step = repository.getStepExecution(id);
            step.getExecutionContext().remove("resumeAfter");
            repository.updateExecutionContext(step);
        }
    }

    public void restart(UUID run) {
        lifecycle.restart(run, false, "test");
    }

    public void refuseInboxConnections(boolean refuse) {
        JdbcClient server =
                JdbcClient.create(servers.database(Database.DISPATCH).asSuperuser());
        String url = servers.database(Database.INBOX).jdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        server.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + !refuse).update();
        if (refuse) {
            server.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = ?")
                    .param(name)
                    .query(Long.class)
                    .single();
        }
    }
}
