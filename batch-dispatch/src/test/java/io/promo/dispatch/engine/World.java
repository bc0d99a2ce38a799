package io.promo.dispatch.engine;

import io.promo.dispatch.DispatchApplication;
import io.promo.dispatch.run.NewRun;
import io.promo.dispatch.run.RunLifecycle;
import io.promo.dispatch.run.RunState;
import io.promo.dispatch.run.RunView;
import io.promo.dispatch.run.RunViews;
import io.promo.dispatch.run.Runs;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionPackage;
import io.promo.events.promotion.PromotionPackage.Content;
import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** Customers, runs and workers of a test, and what the databases say of them: SQL of its own, not the product's. */
@TestComponent
public class World {

    public static final LocalDate DATE = LocalDate.now(java.time.ZoneOffset.UTC);

    private final TestServers servers;
    private final Runs runs;
    private final RunViews views;
    private final RunLifecycle lifecycle;
    private final JobRepository repository;
    private final KafkaTemplate<String, String> kafka;
    public final JdbcClient dispatch;
    public final JdbcClient inbox;

    World(
            TestServers servers,
            Runs runs,
            RunViews views,
            RunLifecycle lifecycle,
            JobRepository repository,
            KafkaTemplate<String, String> kafka) {
        this.lifecycle = lifecycle;
        this.repository = repository;
        this.kafka = kafka;
        this.servers = servers;
        this.runs = runs;
        this.views = views;
        this.dispatch = JdbcClient.create(servers.database(Database.DISPATCH).as(Role.OWNER));
        this.inbox = JdbcClient.create(servers.database(Database.INBOX).as(Role.OWNER));
    }

    /** Another process of the same service: a worker. Close it to end it as SIGTERM would. */
    public ConfigurableApplicationContext startWorker(String... more) {
        Map<String, Object> properties = new HashMap<>(servers.properties());
        properties.put("promo.inbox.datasource.username", Role.WORKER.userName());
        properties.put("server.port", "0");
        properties.put("promo.dispatch.page-size", "50");
        properties.put("spring.jmx.enabled", "false");
        for (String property : more) {
            properties.put(property.split("=", 2)[0], property.split("=", 2)[1]);
        }
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(DispatchApplication.class)
                .profiles("worker")
                .run(arguments);
    }

    /** Makes sure there are exactly so many customers, all of them eligible for everybody's runs. */
    public void customers(int count) {
        dispatch.sql("DELETE FROM customer").update();
        dispatch.sql("""
                        INSERT INTO customer (user_id, display_name, email, country, locale, segments, imported_at)
                        SELECT md5('user' || n)::uuid, 'Customer ' || n, CASE WHEN n % 7 > 0 THEN 'c' || n || '@example.org' END,
                               CASE n % 3 WHEN 0 THEN 'DE' WHEN 1 THEN 'FR' ELSE 'US' END,
                               CASE n % 3 WHEN 0 THEN 'de-DE' WHEN 1 THEN 'fr' ELSE 'en' END,
                               CASE WHEN n % 10 = 0 THEN '{vip}'::text[] ELSE '{}' END, now() - interval '1 day'
                        FROM generate_series(1, ?) n
                        """).param(count).update();
        dispatch.sql("ANALYZE customer").update();
    }

    public UUID request(UUID eventId, int generation, @Nullable Integer maxRate) {
        return request(eventId, generation, maxRate, Audience.EVERYONE);
    }

    public UUID request(UUID eventId, int generation, @Nullable Integer maxRate, Audience audience) {
        return runs.request(new NewRun(
                        eventId,
                        DATE,
                        generation,
                        1,
                        "Big sale",
                        DATE,
                        DATE.plusDays(2),
                        new PromotionPackage(
                                "MESSAGE",
                                "https://example.org/sale",
                                "en",
                                Map.of(
                                        "en", new Content("{{title}} for {{name}}", "Until {{endDate}}, {{email}}"),
                                        "de", new Content("{{title}}", "Bis {{endDate}}"))),
                        audience,
                        maxRate,
                        Instant.now(),
                        "test"))
                .runId();
    }

    public RunView run(UUID runId) {
        return views.find(runId).orElseThrow();
    }

    public RunView awaitState(UUID runId, RunState state) {
        return Awaitility.await(runId + " becomes " + state)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(runId), run -> run.state() == state);
    }

    public RunView awaitDelivered(UUID runId, long atLeast) {
        return Awaitility.await(runId + " has delivered " + atLeast)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> run(runId), run -> run.delivered() >= atLeast);
    }

    /** The oracle: customers without the message, and messages without a customer, of one event and date. */
    public record Oracle(long missing, long duplicates, long extra, long stepsNotOver) {
        public static final Oracle CLEAN = new Oracle(0, 0, 0, 0);
    }

    public Oracle oracle(UUID eventId) {
        var customers = new java.util.HashSet<>(
                dispatch.sql("SELECT user_id FROM customer").query(UUID.class).list());
        var messages = inbox.sql("SELECT user_id FROM message WHERE event_id = ? AND dispatch_date = ?")
                .params(eventId, DATE)
                .query(UUID.class)
                .list();
        var distinct = new java.util.HashSet<>(messages);
        long open = dispatch.sql("""
                        SELECT count(*) FROM batch_step_execution s JOIN batch_job_execution j USING (job_execution_id)
                        JOIN batch_job_execution_params p USING (job_execution_id) JOIN run r ON r.run_id::text = p.parameter_value
                        WHERE r.event_id = ? AND (s.status NOT IN ('COMPLETED', 'FAILED', 'STOPPED') OR j.status NOT IN ('COMPLETED', 'FAILED', 'STOPPED'))
                        """).param(eventId).query(Long.class).single();
        return new Oracle(
                customers.stream().filter(user -> !distinct.contains(user)).count(),
                messages.size() - distinct.size(),
                distinct.stream().filter(user -> !customers.contains(user)).count(),
                open);
    }

    /** The id of the n-th customer that {@link #customers} makes. */
    public static UUID customer(int n) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("MD5").digest(("user" + n).getBytes());
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Map<String, Object>> messages(UUID eventId) {
        return inbox.sql(
                        "SELECT message_id, user_id, subject, body, params::text FROM inbox_message WHERE event_id = ?")
                .param(eventId)
                .query()
                .listOfRows();
    }

    public void schedule(UUID eventId, String status) {
        dispatch.sql("""
                        INSERT INTO schedule (event_id, version, status, title, start_datetime, end_datetime, time_zone,
                                              promotion_package, audience)
                        VALUES (?, 1, ?, 'Big sale', now() - interval '1 day', now() + interval '1 day', 'UTC', '{}', '{}')
                        ON CONFLICT (event_id) DO UPDATE SET status = excluded.status
                        """).params(eventId, status).update();
    }

    /** A run that nobody has started yet. */
    public UUID pausedRun(UUID eventId) {
        return dispatch.sql("""
                        INSERT INTO run (event_id, dispatch_date, event_version, audience_at, audience, promotion_package,
                                         title, due_at, desired, state, requested_by)
                        VALUES (?, ?, 1, now(), '{}',
                                '{"kind":"MESSAGE","defaultLocale":"en","content":{"en":{"subject":"s","body":"b"}}}',
                                'Big sale', now(), 'PAUSED', 'PAUSED', 'test')
                        RETURNING run_id
                        """).params(eventId, DATE).query(UUID.class).single();
    }

    /** A process of the registry that is only a row; {@code heartbeatAt} is an SQL expression. */
    public UUID process(String heartbeatAt) {
        UUID process = UUID.randomUUID();
        dispatch.sql(
                        "INSERT INTO process (process_id, role, host, pid, heartbeat_at) VALUES (?, 'WORKER', 'elsewhere', 1, "
                                + heartbeatAt + ")")
                .param(process)
                .update();
        return process;
    }

    public void claimFor(UUID run, UUID process) {
        dispatch.sql("UPDATE partition_claim SET process_id = ?, epoch = 1, claimed_at = now() WHERE run_id = ?")
                .params(process, run)
                .update();
    }

    public void awaitRequested(UUID run, int partitions) {
        Awaitility.await("requests of " + run)
                .atMost(Duration.ofSeconds(20))
                .until(() -> partitions
                        == dispatch.sql(
                                        "SELECT count(*) FROM partition_claim WHERE run_id = ? AND kafka_offset IS NOT NULL")
                                .param(run)
                                .query(Integer.class)
                                .single());
    }

    public int attempts(UUID run) {
        return dispatch.sql("SELECT sum(attempts) FROM run_partition WHERE run_id = ?")
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
        return dispatch.sql("""
                        SELECT count(*) FROM stale_request s JOIN batch_step_execution USING (step_execution_id)
                        JOIN batch_job_execution_params p USING (job_execution_id)
                        WHERE p.parameter_value = ? AND s.reason LIKE ?
                        """)
                .params(run.toString(), reason)
                .query(Integer.class)
                .single();
    }

    /** Status and version of every step of the run. */
    public List<String> batchStates(UUID run) {
        return dispatch.sql("""
                        SELECT s.step_execution_id || s.status || s.version FROM batch_step_execution s
                        JOIN batch_job_execution_params p USING (job_execution_id)
                        WHERE p.parameter_value = ? ORDER BY 1
                        """).param(run.toString()).query(String.class).list();
    }

    /** Does something while the run rests. */
    public void pauseAndResumeWith(UUID run, Runnable meanwhile) {
        lifecycle.pause(run);
        awaitState(run, RunState.PAUSED);
        meanwhile.run();
        lifecycle.resume(run);
    }

    /** Forgets how far the open partitions have come, as if their chunks' metadata had never been committed. */
    public void rewind(UUID run) {
        List<Long> steps =
                dispatch.sql("""
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
        lifecycle.restart(run, false);
    }

    /** Sends what was ever requested for the run so many times more; returns how many records that are. */
    public int sendRequestsAgain(UUID run, int times) {
        List<ConsumerRecord<String, String>> records = read("promotion.dispatch").stream()
                .filter(record -> record.value().contains(run.toString()))
                .toList();
        for (int i = 0; i < times; i++) {
            records.forEach(record -> kafka.send(record.topic(), record.partition(), record.key(), record.value()));
        }
        kafka.flush();
        return records.size() * times;
    }

    public void sendRequest(String json) {
        kafka.send(servers.topicPrefix() + "promotion.dispatch", "key", json);
    }

    public long deadLetters() {
        return read("promotion.dispatch.dlt").size();
    }

    /** What was said about the run when it was over. */
    public String awaitRunEnded(UUID run) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> read("promotion.dispatched").stream()
                                .map(ConsumerRecord::value)
                                .filter(value -> value.contains(run.toString()))
                                .toList(),
                        values -> values.size() == 1)
                .get(0);
    }

    /** The customers of whom was told that they are forgotten. */
    public List<String> toldForgotten() {
        return read("customer.events").stream()
                .filter(record -> record.value().contains("CustomerForgotten"))
                .map(ConsumerRecord::key)
                .toList();
    }

    /** Makes the workers' group, empty at this time, believe that it has seen all there is. */
    public void skipRequests() {
        String topic = servers.topicPrefix() + "promotion.dispatch";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()));
                KafkaConsumer<String, String> consumer = consumer()) {
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            consumer.endOffsets(partitions(consumer, topic))
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
            admin.alterConsumerGroupOffsets(topic + ".worker", ends).all().get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
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

    private List<ConsumerRecord<String, String>> read(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, servers.topicPrefix() + topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new java.util.ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
