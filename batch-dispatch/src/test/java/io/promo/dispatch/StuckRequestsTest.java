package io.promo.dispatch;

import static io.promo.dispatch.Promotions.around;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ask may take its time or come to nothing; what the service does of itself goes on. */
@ManagerTest
class StuckRequestsTest {

    /** As many as all connections there were when requests and engine shared them. */
    private static final int STUCK = 12;

    @Autowired
    Api api;

    @Autowired
    Promotions promotions;

    @Autowired
    TestServers servers;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    /** A read, and two that change something. */
    @ParameterizedTest
    @ValueSource(strings = {"dead_letter", "stale_request", "forgotten_customer"})
    void shouldGoOnWhileRequestsWaitForALock(String table) throws Exception {
        Map<String, Supplier<Api.Answer>> requests = Map.of(
                "dead_letter", () -> api.get("/dead-letters"),
                "stale_request", () -> api.post("/dead-letters/replay", Map.of("ids", List.of(1))),
                "forgotten_customer", () -> api.post("/audience/forget", Map.of("userId", UUID.randomUUID())));
        String locked = table.equals("stale_request") ? "dead_letter" : table;
        try (Connection somebody = owner()) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("LOCK TABLE " + locked + " IN ACCESS EXCLUSIVE MODE");
            List<CompletableFuture<Api.Answer>> stuck = IntStream.range(0, STUCK)
                    .mapToObj(i -> CompletableFuture.supplyAsync(requests.get(table), clients))
                    .toList();
            awaitWaiting(locked);

            // Through listener, trigger, sweeper, claims and outbox; would wait for ever, or for a connection.
            UUID event = promotions.publish(around(0, 1));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !api.get("/runs?eventId=" + event)
                            .body()
                            .path("items")
                            .isEmpty());

            assertThat(stuck.stream().map(CompletableFuture::join))
                    .as("each is told that somebody is in the way, or that there is no room")
                    .allSatisfy(answer -> assertThat(answer.body().path("type").asString())
                            .isIn("urn:promo:problem:busy", "urn:promo:problem:overloaded"))
                    .anySatisfy(answer -> assertThat(answer.status()).isEqualTo(409));
        }
        assertThat(requests.get(table).get().status()).isLessThan(500);
    }

    @Test
    void shouldEndWhatWouldTakeTooLong() {
        JdbcClient owner = JdbcClient.create(servers.database(Database.DISPATCH).as(Role.OWNER));
        owner.sql("""
                        INSERT INTO customer (user_id, display_name) SELECT gen_random_uuid(), 'Slow' FROM generate_series(1, 60)
                        """).update();
        owner.sql("ALTER TABLE customer ENABLE ROW LEVEL SECURITY").update();
        owner.sql("CREATE POLICY slow ON customer USING (pg_sleep(0.5) IS NOT NULL)")
                .update();
        try {
            // At once, as each takes as long as a statement may.
            List<CompletableFuture<Api.Answer>> asked = Stream.of(
                            Map.of(),
                            Map.of("locales", List.of("en", "de")),
                            Map.of("segments", List.of("vip"), "countries", List.of("DE")))
                    .map(audience -> CompletableFuture.supplyAsync(
                            () -> api.post("/audience/estimate", Map.of("audience", audience), "viewer"), clients))
                    .toList();

            assertThat(asked.stream().map(CompletableFuture::join)).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.body().path("type").asString()).isEqualTo("urn:promo:problem:too-expensive");
                assertThat(answer.body().path("detail").asString())
                        .contains("10 s")
                        .contains("ask for less");
            });
        } finally {
            owner.sql("DROP POLICY slow ON customer").update();
            owner.sql("ALTER TABLE customer DISABLE ROW LEVEL SECURITY").update();
            owner.sql("DELETE FROM customer WHERE display_name = 'Slow'").update();
        }
    }

    private void awaitWaiting(String table) {
        JdbcClient owner = JdbcClient.create(servers.database(Database.DISPATCH).asSuperuser());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.sql("SELECT count(*) FROM pg_locks WHERE relation = ?::regclass AND NOT granted")
                                .param(table)
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(servers.database(Database.DISPATCH).jdbcUrl(), Role.OWNER.userName(), "");
    }
}
