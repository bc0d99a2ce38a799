package io.promo.http.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How a stream gets on with a browser that reads slowly, or not at all. */
class OpenStreamTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private final Queue<OpenStream<String>> over = new ConcurrentLinkedQueue<>();

    /** Takes nothing in before it is let. */
    private static final class SlowBrowser extends SseEmitter {

        private final CountDownLatch reads = new CountDownLatch(1);
        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void send(SseEventBuilder event) throws IOException {
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            seen.add(event.build().stream()
                    .map(DataWithMediaType::getData)
                    .map(Object::toString)
                    .collect(Collectors.joining()));
        }
    }

    @AfterEach
    void stop() {
        writers.shutdownNow();
    }

    @Test
    void shouldNotHoldUpOthersForABrowserThatDoesNotRead() {
        SlowBrowser deaf = new SlowBrowser();
        SlowBrowser quick = new SlowBrowser();
        quick.reads.countDown();

        stream(deaf).send(count(1));
        OpenStream<String> other = stream(quick);
        for (int i = 1; i <= 10; i++) {
            int count = i;
            other.send(count(count));
            await().atMost(BOUND).until(() -> quick.seen.size() == count);
        }

        assertThat(deaf.seen).isEmpty();
    }

    @Test
    void shouldReplaceWhatIsNotWrittenYetByWhatIsNewer() {
        SlowBrowser browser = new SlowBrowser();
        OpenStream<String> stream = stream(browser);

        for (int i = 1; i <= 100; i++) {
            stream.send(count(i));
            stream.heartbeat();
        }
        browser.reads.countDown();
        await().atMost(BOUND).until(() -> browser.seen.stream().anyMatch(event -> event.contains("count=100")));

        // The one that was being written when the others came, and the last.
        assertThat(browser.seen).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldSayWhenTheBrowserHasGone() {
        SseEmitter gone = new SseEmitter() {
            @Override
            public void send(SseEventBuilder event) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        OpenStream<String> stream = stream(gone);

        stream.send(count(1));

        await().atMost(BOUND).until(() -> List.copyOf(over).equals(List.of(stream)));
    }

    @Test
    void shouldReplaceTheLastMessageByNothing() {
        SlowBrowser browser = new SlowBrowser();
        OpenStream<String> stream = stream(browser);

        stream.send(count(1));
        stream.send(new Message("end", "last", true));
        stream.send(count(2));
        stream.heartbeat();
        stream.send(Message.END);
        browser.reads.countDown();

        await().atMost(BOUND).until(() -> List.copyOf(over).equals(List.of(stream)));
        assertThat(browser.seen).last().asString().contains("last");
    }

    private OpenStream<String> stream(SseEmitter emitter) {
        return new OpenStream<>("sales", "ann", emitter, writers, over::add);
    }

    private static Message count(int count) {
        return new Message("count", "count=" + count, false);
    }
}
