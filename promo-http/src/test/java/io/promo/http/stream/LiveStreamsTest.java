package io.promo.http.stream;

import static io.promo.http.stream.BoardService.PER_CALLER;
import static io.promo.http.stream.BoardService.PLACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.stack.testing.TestIssuer;
import io.promo.stack.testing.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who gets a stream, and when its place is another's. */
@SpringBootTest(
        classes = BoardService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=till",
            // Callers who read nothing would hold up the end of the tests.
            "server.shutdown=immediate",
            "spring.security.oauth2.resourceserver.jwt.authorities-claim-name=roles",
            "spring.security.oauth2.resourceserver.jwt.authority-prefix=ROLE_"
        })
class LiveStreamsTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int MANY = 3 * PLACES;
    private static final String SALE = "/notices/sale";

    private final LiveStreams<String> notices;

    @LocalServerPort
    private int port;

    private Listener ann = Listener.anybody(0);

    LiveStreamsTest(@Autowired LiveStreams<String> notices) {
        this.notices = notices;
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer::uri);
    }

    @BeforeEach
    void arrive() {
        ann = Listener.anybody(port);
        // The first token has the issuer's keys fetched, which a busy machine may give up at first.
        await().atMost(BOUND).until(() -> ann.head("/nowhere").statusCode() == 404);
    }

    @AfterEach
    void leave() {
        ann.close();
        awaitNobody("sale");
    }

    @Test
    void shouldGiveEachPlaceToManyOneAfterTheOther() {
        for (int i = 0; i < MANY; i++) {
            try (Listener one = Listener.anybody(port)) {
                assertThat(one.open(SALE).statusCode()).as("stream %d", i).isEqualTo(200);
            }
            awaitNobody("sale");
        }
    }

    @Test
    void shouldGiveAsManyAsThereArePlacesToManyAtOnce() {
        for (int round = 0; round < 3; round++) {
            List<Listener> all =
                    Stream.generate(() -> Listener.anybody(port)).limit(MANY).toList();

            List<HttpResponse<InputStream>> answers = together(all);

            assertThat(answers).filteredOn(it -> it.statusCode() == 200).hasSize(PLACES);
            assertThat(answers)
                    .filteredOn(it -> it.statusCode() != 200)
                    .allSatisfy(it -> assertRefused(it, 503, "no-room-for-streams", "60"));
            all.forEach(Listener::close);
            awaitNobody("sale");
        }
    }

    @Test
    void shouldGiveOneCallerNoMoreThanItsShareHoweverManyAreAskedForAtOnce() {
        List<HttpResponse<InputStream>> answers = together(Collections.nCopies(MANY, ann));

        assertThat(answers).filteredOn(it -> it.statusCode() == 200).hasSize(PER_CALLER);
        assertThat(answers)
                .filteredOn(it -> it.statusCode() != 200)
                .allSatisfy(it -> assertRefused(it, 429, "too-many-streams", "15"));
        try (Listener ben = Listener.anybody(port)) {
            assertThat(ben.open(SALE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Timeout(60)
    void shouldGreetTheNewStreamOnly() throws Exception {
        try (Listener ben = Listener.anybody(port)) {
            InputStream longThere = ann.open(SALE).body();
            var isNew = new BufferedReader(
                    new InputStreamReader(ben.open("/greetings/sale").body(), StandardCharsets.UTF_8));
            assertThat(isNew.lines().filter("event:greeting"::equals).findFirst())
                    .isPresent();
            assertThat(ann.head("/greetings/sale").statusCode()).isEqualTo(200);

            notices.end("sale", "over", "bye");

            assertThat(longThere)
                    .asString(StandardCharsets.UTF_8)
                    .contains("event:over")
                    .doesNotContain("greeting");
            assertThat(isNew.lines()).contains("event:over").doesNotContain("event:greeting");
        }
    }

    @Test
    void shouldHoldNoPlaceForAHead() throws Exception {
        for (int i = 0; i < MANY; i++) {
            HttpResponse<Void> answer = ann.head(SALE);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        }

        assertThat(ann.open(SALE).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldHoldNoPlaceForAStreamThatNeverGotUnderWay() {
        for (int i = 0; i < MANY; i++) {
            assertRefused(ann.open("/torn/sale"), 409, "torn", "");
            await().atMost(BOUND).until(() -> !notices.isOpen("sale"));
        }

        assertThat(ann.open(SALE).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldHoldNoPlaceForWhoHangsUpBeforeTheAnswer() throws IOException {
        for (int i = 0; i < MANY; i++) {
            Socket hasty = ann.ask(SALE);
            hasty.setSoLinger(true, 0);
            hasty.close();
        }

        awaitNobody("sale");
        assertThat(ann.open(SALE).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldHoldUpNobodyForWhoDoesNotRead() throws IOException {
        Queue<String> others = Listener.lines(ann.open(SALE));
        String page = "x".repeat(1_000_000);

        try (Socket deaf = ann.ask("/notices/deaf")) {
            await().atMost(BOUND).until(() -> notices.isOpen("deaf"));
            for (int i = 0; i < MANY; i++) {
                notices.send("deaf", "tick", page);
                String tick = "data:" + i;
                notices.send("sale", "tick", i);
                await().atMost(BOUND).until(() -> others.contains(tick));
            }
            assertThat(deaf.isClosed()).isFalse();
        }
        awaitNobody("deaf");
    }

    @Test
    void shouldEndWithTheToken() {
        TestToken anybody = TestToken.of("cashier");
        TestToken brief = new TestToken(
                anybody.subject(),
                "brief",
                anybody.roles(),
                anybody.audiences(),
                Instant.now().plusSeconds(2));

        try (Listener listener = new Listener(port, brief)) {
            Queue<String> lines = Listener.lines(listener.open(SALE));

            await().atMost(BOUND).until(() -> lines.contains("closed"));
            await().atMost(BOUND).until(() -> !notices.isOpen("sale"));
        }
    }

    @Test
    void shouldBeginWithWhenToComeBackAndBeKeptAlive() {
        Queue<String> lines = Listener.lines(ann.open(SALE));

        await().atMost(BOUND).until(() -> lines.stream().anyMatch(line -> line.matches("retry:[1-4]\\d{3}")));
        for (int i = 0; i < LiveStreams.HEARTBEAT_SHARES; i++) {
            notices.heartbeat();
        }
        await().atMost(BOUND).until(() -> lines.contains(":heartbeat"));
    }

    @Test
    void shouldCloseAfterTheLastEvent() {
        Queue<String> lines = Listener.lines(ann.open(SALE));

        notices.end("sale", "end", List.of("sold out"));
        notices.send("sale", "tick", List.of("too late"));

        await().atMost(BOUND).until(() -> lines.contains("closed"));
        assertThat(lines).containsSequence("event:end", "data:[\"sold out\"]").doesNotContain("event:tick");
    }

    @Test
    void shouldCloseWhenTheServiceStopsAndTakeNobodyInUntilItStartsAgain() {
        Queue<String> lines = Listener.lines(ann.open(SALE));
        try {
            notices.stop();

            await().atMost(BOUND).until(() -> lines.contains("closed"));
            assertRefused(ann.open(SALE), 503, "stopping", "5");
        } finally {
            notices.start();
        }
        assertThat(ann.open(SALE).statusCode()).isEqualTo(200);
    }

    private List<HttpResponse<InputStream>> together(List<Listener> all) {
        List<CompletableFuture<HttpResponse<InputStream>>> answers = IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).openSoon(SALE))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** Who has hung up is found by writing. */
    private void awaitNobody(String notice) {
        await().atMost(BOUND).until(() -> {
            notices.send(notice, "tick", 0);
            return !notices.isOpen(notice);
        });
    }

    private static void assertRefused(HttpResponse<InputStream> answer, int status, String slug, String retryAfter) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
        assertThat(answer.body())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .contains("urn:promo:problem:" + slug);
    }
}
