package io.promo.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.calendar.CalendarTest;
import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.sql.Database;
import io.promo.sql.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many requests hold on to their connections, what was published leaves the outbox. */
class StuckRequestsTest extends CalendarTest {

    @Autowired
    Topics topics;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?limit=1", "/events/calendar?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z"})
    void shouldRelayTheOutboxWhileRequestsWaitForALock(String path) throws Exception {
        try (Connection somebody =
                DriverManager.getConnection(servers.database(Database.CALENDAR).jdbcUrl(), Role.OWNER.userName(), "")) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("LOCK TABLE promotion_event IN ACCESS EXCLUSIVE MODE");
            List<CompletableFuture<Answer>> stuck = IntStream.range(0, 14)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> get(path), clients))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() > 0);

            JdbcClient owner =
                    JdbcClient.create(servers.database(Database.CALENDAR).as(Role.OWNER));
            String key = UUID.randomUUID().toString();
            owner.sql("""
                            INSERT INTO outbox (lane, aggregatetype, aggregateid, type, topic, payload)
                            VALUES (1, 'test', ?, 'Test', ?, '{}')
                            """).params(key, topics.name(Topic.PROMOTION_EVENTS_DLT)).update();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> owner.sql("SELECT count(*) FROM outbox WHERE aggregateid = ?")
                                    .param(key)
                                    .query(Long.class)
                                    .single()
                            == 0);
            // A connection for what is no request.
            assertThat(count("SELECT 1")).isOne();

            assertThat(stuck.stream().map(CompletableFuture::join).map(Answer::problem))
                    .as("each is told that somebody is in the way, or that there is no room")
                    .isSubsetOf("busy", "overloaded")
                    .contains("busy");
        }
        assertThat(get(path).status()).isEqualTo(200);
    }

    private long waiting() {
        return JdbcClient.create(servers.database(Database.CALENDAR).asSuperuser())
                .sql("SELECT count(*) FROM pg_locks WHERE relation = 'promotion_event'::regclass AND NOT granted")
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
