package io.promo.inbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.Topic;
import io.promo.events.Topics;
import io.promo.inbox.Browser;
import io.promo.inbox.InboxTest;
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
class StuckRequestsTest extends InboxTest {

    @Autowired
    Topics names;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRelayTheOutboxWhileRequestsWaitForALock(boolean change) throws Exception {
        try (Connection somebody =
                DriverManager.getConnection(servers.database(Database.INBOX).jdbcUrl(), Role.OWNER.userName(), "")) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("LOCK TABLE preference IN ACCESS EXCLUSIVE MODE");
            List<CompletableFuture<Browser.Answer>> stuck = IntStream.range(0, 14)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask(change), clients))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() > 0);

            JdbcClient owner =
                    JdbcClient.create(servers.database(Database.INBOX).as(Role.OWNER));
            String key = UUID.randomUUID().toString();
            owner.sql("""
                            INSERT INTO outbox (lane, aggregatetype, aggregateid, type, topic, payload)
                            VALUES (1, 'test', ?, 'Test', ?, '{}')
                            """).params(key, names.name(Topic.PROMOTION_EVENTS_DLT)).update();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> owner.sql("SELECT count(*) FROM outbox WHERE aggregateid = ?")
                                    .param(key)
                                    .query(Long.class)
                                    .single()
                            == 0);
            assertThat(stuck.stream()
                            .map(CompletableFuture::join)
                            .map(answer -> answer.json().path("type").asString()))
                    .as("each is told that somebody is in the way, or that there is no room")
                    .isSubsetOf("urn:promo:problem:busy", "urn:promo:problem:overloaded")
                    .contains("urn:promo:problem:busy");
        }
        assertThat(ask(change).status()).isEqualTo(200);
    }

    private Browser.Answer ask(boolean change) {
        return change
                ? customer().put("/preferences", "{\"unsubscribed\":false}")
                : customer().get("/preferences");
    }

    private long waiting() {
        return JdbcClient.create(servers.database(Database.INBOX).asSuperuser())
                .sql("SELECT count(*) FROM pg_locks WHERE relation = 'preference'::regclass AND NOT granted")
                .query(Long.class)
                .single();
    }
}
