package io.promo.inbox.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.dispatch.RunEnded;
import io.promo.inbox.Browser.Answer;
import io.promo.inbox.InboxTest;
import io.promo.stack.testing.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
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
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

class StreamsTest extends InboxTest {

    private final List<InputStream> opened = new ArrayList<>();

    @Autowired
    private Streams streams;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @BeforeEach
    void awaitTheListenerThatHearsOnlyWhatComesLater() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !listeners
                        .getListenerContainer("inbox-hints")
                        .getAssignedPartitions()
                        .isEmpty());
    }

    @AfterEach
    void hangUp() throws IOException {
        for (InputStream stream : opened) {
            stream.close();
        }
    }

    @Test
    void shouldHintAtEachEndedRunOnEveryOpenStream() {
        Queue<String> phone = listen(open(user));
        Queue<String> laptop = listen(open(UUID.randomUUID()));

        endRun();
        awaitHints(phone, 1);
        awaitHints(laptop, 1);
        endRun();
        awaitHints(phone, 2);

        assertThat(phone).anyMatch(line -> line.matches("retry:[1-4]\\d{3}"));
        // Without a data line a browser drops the event; there is nothing in it.
        assertThat(phone).contains("data:").noneMatch(line -> line.matches("data:.+"));
    }

    @Test
    void shouldKeepQuietStreamsAlive() {
        Queue<String> lines = listen(open(user));

        streams.heartbeat();

        await().atMost(Duration.ofSeconds(10)).until(() -> lines.contains(":heartbeat"));
    }

    @Test
    void shouldCapTheStreamsOfOneUserUntilOneHangsUp() throws IOException {
        for (int i = 0; i < Streams.PER_USER; i++) {
            assertThat(open(user).statusCode()).isEqualTo(200);
        }

        Answer refused = customer().get("/messages/stream", "Accept", "text/event-stream");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:promo:problem:too-many-streams");
        assertThat(open(UUID.randomUUID()).statusCode()).isEqualTo(200);

        opened.get(0).close();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            streams.heartbeat();
            return open(user).statusCode() == 200;
        });
    }

    @Test
    void shouldEndAStreamWithTheTokenThatOpenedIt() {
        TestToken token = TestToken.of("customer").subject(user);
        Instant soon = Instant.now().plusSeconds(2);
        String bearer = new TestToken(user, token.username(), token.roles(), token.audiences(), soon).bearer();

        HttpResponse<InputStream> response = browser(bearer).open("/messages/stream");
        opened.add(response.body());

        assertThat(CompletableFuture.runAsync(() -> readToTheEnd(response.body())))
                .succeedsWithin(Duration.ofSeconds(20));
    }

    private HttpResponse<InputStream> open(UUID id) {
        HttpResponse<InputStream> response = customer(id).open("/messages/stream");
        opened.add(response.body());
        return response;
    }

    private static void readToTheEnd(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Queue<String> listen(HttpResponse<InputStream> response) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader body =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                body.lines().forEach(lines::add);
            } catch (UncheckedIOException | IOException hungUp) {
                lines.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static void awaitHints(Queue<String> lines, int hints) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lines.stream().filter("event:hint"::equals).count() == hints);
    }

    private void endRun() {
        UUID event = UUID.randomUUID();
        publish(
                EventType.RUN_ENDED,
                event,
                new RunEnded(UUID.randomUUID(), event, today, 0, "COMPLETED", 1, 1, 1, Instant.now()));
    }
}
