package io.promo.inbox.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.events.EventType;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.promotion.Audience;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.PromotionPackage;
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
import java.util.Map;
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

    private static final Duration BOUND = Duration.ofSeconds(20);

    private final UUID event = UUID.randomUUID();
    private final List<InputStream> opened = new ArrayList<>();

    @Autowired
    private Hints hints;

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
    void shouldBeginWithThePresentCount() {
        deliver(event, today);
        deliver(event, today.minusDays(1));

        Queue<String> lines = listen(open(user));

        awaitHint(lines, "{\"count\":2,\"hasMore\":false,\"jitterMs\":0}");
        assertThat(lines).anyMatch(line -> line.matches("retry:[1-4]\\d{3}"));
    }

    @Test
    void shouldBringTheNewCountToEveryOpenStreamWhenARunHasEnded() {
        UUID other = UUID.randomUUID();
        Queue<String> phone = listen(open(user));
        Queue<String> laptop = listen(open(user));
        Queue<String> others = listen(open(other));
        List.of(phone, laptop, others).forEach(lines -> awaitCount(lines, 0));
        deliver(event, today);
        deliver(other, event, today, template(event, SUBJECT, ""));

        endRun();

        List.of(phone, laptop, others).forEach(lines -> awaitCount(lines, 1));
        // A list is asked for within that time, not by everyone at once.
        assertThat(last(others)).containsPattern("\"jitterMs\":[1-9]");
    }

    @Test
    void shouldMakeOneWaveOfRunsThatEndTogether() {
        Queue<String> lines = listen(open(user));
        awaitCount(lines, 0);

        for (int i = 0; i < 20; i++) {
            hints.everyone();
        }
        await().atMost(BOUND).until(() -> last(lines).matches(".*\"jitterMs\":[1-9].*"));
        customer().put("/messages/" + deliver(event, today) + "/read");
        customer().put("/messages/" + deliver(event, today.minusDays(1)) + "/read");
        deliver(event, today.minusDays(2));
        hints.one(user);
        awaitCount(lines, 1);

        // The first, the wave's, and at most one for each of three changes of the customer's own.
        assertThat(lines).filteredOn("event:hint"::equals).hasSizeBetween(3, 5);
    }

    @Test
    void shouldTellTheCustomersOtherDevicesWhatOneOfThemChanged() {
        UUID first = deliver(event, today);
        deliver(event, today.minusDays(1));
        Queue<String> laptop = listen(open(user));
        awaitCount(laptop, 2);

        customer().put("/messages/" + first + "/read");
        awaitCount(laptop, 1);
        customer().put("/messages/" + first + "/unread");
        awaitCount(laptop, 2);
        customer().post("/messages/read-all", allThatIsShown());
        awaitCount(laptop, 0);

        assertThat(last(laptop)).contains("\"jitterMs\":0");
    }

    @Test
    void shouldTakeACancelledEventOffTheBadges() {
        deliver(event, today);
        Queue<String> lines = listen(open(user));
        awaitCount(lines, 1);

        publish(EventType.PROMOTION_CHANGED, event, cancelled());

        awaitCount(lines, 0);
    }

    @Test
    void shouldCapTheStreamsOfOneUserUntilOneHangsUp() throws IOException {
        for (int i = 0; i < StreamConfiguration.PER_CUSTOMER; i++) {
            assertThat(open(user).statusCode()).isEqualTo(200);
        }

        Answer refused = customer().get("/messages/stream", "Accept", "text/event-stream");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:promo:problem:too-many-streams");
        assertThat(open(UUID.randomUUID()).statusCode()).isEqualTo(200);

        opened.get(0).close();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            hints.one(user);
            return open(user).statusCode() == 200;
        });
    }

    @Test
    void shouldHoldNoPlaceForAHead() {
        for (int i = 0; i < StreamConfiguration.PER_CUSTOMER; i++) {
            Answer answer = customer().head("/messages/stream");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
        }

        awaitCount(listen(open(user)), 0);
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

    private static void awaitCount(Queue<String> lines, int count) {
        await().atMost(BOUND).until(() -> last(lines).startsWith("data:{\"count\":" + count + ","));
    }

    private static void awaitHint(Queue<String> lines, String data) {
        await().atMost(BOUND).until(() -> last(lines).equals("data:" + data));
    }

    private static String last(Queue<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data:")).reduce("", (before, line) -> line);
    }

    private void endRun() {
        publish(
                EventType.RUN_ENDED,
                event,
                new RunEnded(UUID.randomUUID(), event, today, 0, "COMPLETED", 1, 1, 1, Instant.now()));
    }

    private PromotionChanged cancelled() {
        PromotionPackage content = new PromotionPackage(
                PromotionPackage.MESSAGE, null, "en", Map.of("en", new PromotionPackage.Content("Sale", "Come in")));
        Instant now = Instant.now();
        return new PromotionChanged(
                event,
                2,
                "CANCELLED",
                "Sale",
                now,
                now.plusSeconds(3600),
                "UTC",
                null,
                null,
                content,
                Audience.EVERYONE);
    }
}
