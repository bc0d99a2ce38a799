package io.promo.dispatch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.ManagerTest;
import io.promo.stack.testing.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watching a run. */
@ManagerTest
class ProgressTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    private final List<HttpResponse<InputStream>> opened = new ArrayList<>();

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private UUID run = new UUID(0, 0);

    /** It is due, but nobody drives it yet. */
    @BeforeEach
    void request() {
        run = jdbc.sql("""
                        INSERT INTO run (event_id, dispatch_date, event_version, audience_at, audience, promotion_package,
                                         title, due_at, requested_by, not_before)
                        VALUES (gen_random_uuid(), current_date, 1, now(), '{}', '{}', 'Sale', now(), 'test', 'infinity')
                        RETURNING run_id
                        """).query(UUID.class).single();
    }

    @AfterEach
    void hangUp() throws IOException {
        end();
        for (HttpResponse<InputStream> stream : opened) {
            stream.body().close();
        }
    }

    @Test
    void shouldShowTheRunAgainAndAgainAndAtLastItsEnd() {
        Queue<String> ann = lines(watch(anybody()));
        Queue<String> ben = lines(watch(anybody()));
        List.of(ann, ben)
                .forEach(lines -> await().atMost(BOUND)
                        .until(() ->
                                lines.stream().filter("event:progress"::equals).count() >= 2));

        end();

        List.of(ann, ben).forEach(lines -> {
            await().atMost(BOUND).until(() -> lines.contains("closed"));
            assertThat(lines.stream().filter("event:end"::equals)).hasSize(1);
            assertThat(last(lines)).contains(run.toString(), "\"state\":\"STOPPED\"");
        });
    }

    @Test
    void shouldShowNothingButTheEndOfARunThatIsOver() {
        end();

        Queue<String> lines = lines(watch(anybody()));

        await().atMost(BOUND).until(() -> lines.contains("closed"));
        assertThat(lines).contains("event:end").doesNotContain("event:progress");
    }

    @Test
    void shouldEndWithTheTokenOfWhoWatches() {
        TestToken anybody = anybody();
        TestToken brief = new TestToken(
                anybody.subject(),
                anybody.username(),
                anybody.roles(),
                anybody.audiences(),
                Instant.now().plusSeconds(2));

        Queue<String> lines = lines(watch(brief));

        await().atMost(BOUND).until(() -> lines.contains("closed"));
        assertThat(lines).contains("event:progress").doesNotContain("event:end");
    }

    @Test
    void shouldCapTheStreamsOfOneCallerUntilOneHangsUp() throws IOException {
        TestToken ann = anybody();
        for (int i = 0; i < 8; i++) {
            assertThat(watch(ann).statusCode()).isEqualTo(200);
        }

        HttpResponse<InputStream> refused = watch(ann);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("15");
        assertThat(refused.body()).asString(StandardCharsets.UTF_8).contains("urn:promo:problem:too-many-streams");
        assertThat(watch(anybody()).statusCode()).isEqualTo(200);

        opened.get(0).body().close();
        await().atMost(BOUND).until(() -> watch(ann).statusCode() == 200);
    }

    @Test
    void shouldHoldNoPlaceForAHead() {
        for (int i = 0; i < 8; i++) {
            HttpResponse<Void> answer = api.head(path());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        }

        assertThat(watch(TestToken.of("operator")).statusCode()).isEqualTo(200);
        assertThat(api.head("/runs/" + UUID.randomUUID() + "/progress").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<InputStream> watch(TestToken caller) {
        HttpResponse<InputStream> answer = api.open(path(), caller);
        opened.add(answer);
        return answer;
    }

    private String path() {
        return "/runs/" + run + "/progress";
    }

    private void end() {
        jdbc.sql("UPDATE run SET state = 'STOPPED', desired = 'STOPPED', ended_at = now() WHERE run_id = ?")
                .param(run)
                .update();
    }

    private static TestToken anybody() {
        TestToken viewer = TestToken.of("viewer");
        String name = UUID.randomUUID().toString();
        return new TestToken(UUID.randomUUID(), name, viewer.roles(), viewer.audiences(), viewer.expiresAt());
    }

    private static String last(Queue<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data:")).reduce("", (before, line) -> line);
    }

    /** The lines of the stream as they come, at last {@code closed}. */
    private static Queue<String> lines(HttpResponse<InputStream> answer) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        CompletableFuture.runAsync(() -> {
            try (var body = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                body.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException hungUp) {
                // said below
            }
            lines.add("closed");
        });
        return lines;
    }
}
