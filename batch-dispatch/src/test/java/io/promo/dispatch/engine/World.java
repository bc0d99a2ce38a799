package io.promo.dispatch.engine;

import io.promo.dispatch.DispatchApplication;
import io.promo.dispatch.run.NewRun;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers, runs and workers of a test, and what the databases say of them: SQL of its own, not the product's. */
@TestComponent
public class World {

    public static final LocalDate DATE = LocalDate.now(java.time.ZoneOffset.UTC);

    private final TestServers servers;
    private final Runs runs;
    private final RunViews views;
    private final List<ConfigurableApplicationContext> workers = new ArrayList<>();
    public final JdbcClient dispatch;
    public final JdbcClient inbox;

    World(TestServers servers, Runs runs, RunViews views) {
        this.servers = servers;
        this.runs = runs;
        this.views = views;
        this.dispatch = JdbcClient.create(servers.database(Database.DISPATCH).as(Role.OWNER));
        this.inbox = JdbcClient.create(servers.database(Database.INBOX).as(Role.OWNER));
    }

    /**
     * Sees to it that so many workers run, each as another process of the same service; they stay for the tests to come, as
     * each takes seconds to start. Close one to end it as SIGTERM would.
     *
     * @return those who run, the oldest first
     */
    public List<ConfigurableApplicationContext> workers(int count) {
        workers.removeIf(worker -> !worker.isActive());
        while (workers.size() > count) {
            workers.remove(workers.size() - 1).close();
        }
        while (workers.size() < count) {
            workers.add(startWorker());
        }
        return List.copyOf(workers);
    }

    /** A worker of the caller's own, who closes it; these properties are not as they are for the others. */
    public ConfigurableApplicationContext startWorker(String... more) {
        Map<String, Object> properties = new HashMap<>(servers.properties());
        properties.put("promo.inbox.datasource.username", Role.WORKER.userName());
        properties.put("server.port", "0");
        properties.put("management.server.port", "-1");
        properties.put("logging.structured.format.console", "");
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
        ensureSchedule(eventId);
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
                        false,
                        "test"))
                .runId();
    }

    /**
     * Takes away the run's rate, which is to have it under way when something happens to it: from where it is begun again or
     * its next partition begins it goes on as fast as it can.
     */
    public void hurry(UUID runId) {
        dispatch.sql("UPDATE run SET max_rate = NULL WHERE run_id = ?")
                .param(runId)
                .update();
    }

    public RunView run(UUID runId) {
        return views.find(runId).orElseThrow();
    }

    public RunView awaitState(UUID runId, RunState state) {
        return Awaitility.await(runId + " becomes " + state)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(runId), run -> run.state() == state);
    }

    public RunView awaitDelivered(UUID runId, long atLeast) {
        return Awaitility.await(runId + " has delivered " + atLeast)
                .atMost(Duration.ofMinutes(3))
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
        var messages = inbox.sql(
                        "SELECT m.user_id FROM inbox_message m JOIN delivery USING (delivery_id) WHERE event_id = ? AND dispatch_date = ?")
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
        return inbox.sql("SELECT user_id, subject, body, params::text FROM inbox_message_detail WHERE event_id = ?")
                .param(eventId)
                .query()
                .listOfRows();
    }

    /** Open since yesterday and until tomorrow. */
    public void schedule(UUID eventId, String status) {
        schedule(eventId, status, "now() + interval '1 day'");
    }

    private void ensureSchedule(UUID eventId) {
        if (!dispatch.sql("SELECT EXISTS (SELECT FROM schedule WHERE event_id = ?)")
                .param(eventId)
                .query(Boolean.class)
                .single()) {
            schedule(eventId, "PUBLISHED");
        }
    }

    /** Open since yesterday; {@code end} is an SQL expression. */
    public void schedule(UUID eventId, String status, String end) {
        dispatch.sql("""
                        INSERT INTO schedule (event_id, version, status, title, start_datetime, end_datetime, time_zone,
                                              promotion_package, audience, settled)
                        VALUES (?, 1, ?, 'Big sale', now() - interval '1 day', %s, 'UTC',
                                '{"kind":"MESSAGE","defaultLocale":"en","content":{"en":{"subject":"s","body":"b"}}}', '{}', true)
                        ON CONFLICT (event_id) DO UPDATE SET status = excluded.status, end_datetime = excluded.end_datetime
                        """.formatted(end)).params(eventId, status).update();
    }

    /** A run that nobody has started yet. */
    public UUID pausedRun(UUID eventId) {
        ensureSchedule(eventId);
        return dispatch.sql("""
                        INSERT INTO run (event_id, dispatch_date, event_version, audience_at, audience, promotion_package,
                                         title, due_at, desired, state, requested_by)
                        VALUES (?, ?, 1, now(), '{}',
                                '{"kind":"MESSAGE","defaultLocale":"en","content":{"en":{"subject":"s","body":"b"}}}',
                                'Big sale', now(), 'PAUSED', 'PAUSED', 'test')
                        RETURNING run_id
                        """).params(eventId, DATE).query(UUID.class).single();
    }
}
