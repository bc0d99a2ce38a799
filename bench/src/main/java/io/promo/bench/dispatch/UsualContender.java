package io.promo.bench.dispatch;

import io.promo.bench.client.StackFailure;
import io.promo.bench.usual.UsualApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
    private final List<Process> workers = new ArrayList<>();

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
        Runtime.getRuntime().addShutdownHook(new Thread(() -> workers.forEach(Process::destroyForcibly)));
        try {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(worker(arguments, log));
            }
            for (Process worker : workers) {
                awaitReady(worker, log);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Process worker(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dlogback.configurationFile=io/promo/stack/launcher-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                UsualApplication.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void awaitReady(Process worker, Path log) throws IOException {
        BufferedReader said = worker.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(UsualApplication.READY)) {
                // A pipe that nobody reads would stop the worker once it is full.
                Thread reader = new Thread(() -> said.lines().forEach(ignored -> {}), "usual worker's output");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new StackFailure("a worker of the usual way did not start; see " + log);
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
        workers.forEach(Process::destroy);
        for (Process worker : workers) {
            try {
                if (!worker.waitFor(10, TimeUnit.SECONDS)) {
                    worker.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                worker.destroyForcibly();
            }
        }
        manager.close();
    }
}
