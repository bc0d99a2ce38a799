package io.promo.bench.dispatch;

import io.promo.bench.client.StackFailure;
import io.promo.bench.stack.JavaProcess;
import io.promo.bench.usual.UsualApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring Batch as its reference documentation shows it, remote-partitioned over two worker JVMs as large as the platform's. */
final class UsualContender implements Contender, AutoCloseable {

    private static final int WORKERS = 2;

    private final UsualDatabase database;
    private final String date;
    private final ConfigurableApplicationContext manager;
    private final List<JavaProcess> workers = new ArrayList<>();

    /**
     * Starts the manager here and the workers beside it.
     *
     * @param log receives what the workers say
     */
    UsualContender(UsualDatabase database, int kafkaPort, String date, Path log) throws IOException {
        this.database = database;
        this.date = date;
        List<String> arguments = List.of(
                "--spring.main.banner-mode=off",
                "--spring.main.web-application-type=none",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + kafkaPort,
                "--spring.kafka.consumer.group-id=usual",
                "--spring.kafka.consumer.auto-offset-reset=earliest",
                "--spring.kafka.consumer.max-poll-records=1",
                "--spring.batch.jdbc.initialize-schema=always",
                "--spring.batch.job.enabled=false");
        manager = UsualApplication.manager(arguments);
        try {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(new JavaProcess(UsualApplication.class, "256m", arguments, log));
            }
            for (JavaProcess worker : workers) {
                worker.awaitLine(UsualApplication.READY);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "usual";
    }

    @Override
    public double deliver() {
        JobOperator operator = manager.getBean(JobOperator.class);
        Job job = manager.getBean(Job.class);
        long before = System.nanoTime();
        try {
            JobExecution execution = operator.start(
                    job,
                    new JobParametersBuilder()
                            .addString("event", UUID.randomUUID().toString())
                            .addString("date", date)
                            .toJobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new StackFailure("the usual job is " + execution.getStatus() + ": " + execution.getExitStatus());
            }
        } catch (JobExecutionException e) {
            throw new StackFailure("the usual job did not start: " + e.getMessage());
        }
        return (System.nanoTime() - before) / 1e9;
    }

    @Override
    public long delivered() throws SQLException {
        return database.count();
    }

    @Override
    public void empty() throws SQLException {
        database.empty();
    }

    @Override
    public void close() {
        workers.forEach(JavaProcess::close);
        manager.close();
    }
}
