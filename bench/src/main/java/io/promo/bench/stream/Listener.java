package io.promo.bench.stream;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One customer's end of a stream: takes the lines in and remembers the last hint. */
final class Listener implements Flow.Subscriber<String> {

    private static final Pattern COUNT = Pattern.compile("data:\\{\"count\":(\\d+),.*");

    /** Told once, when the first hint has come or the stream has ended. */
    private final CountDownLatch begun = new CountDownLatch(1);

    private final AtomicReference<@Nullable Hint> last = new AtomicReference<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private volatile boolean ended;

    /**
     * A hint as it arrived.
     *
     * @param number from 1, of this stream
     */
    record Hint(int number, Instant at, int count) {}

    @Override
    public void onSubscribe(Flow.Subscription lines) {
        subscription.set(lines);
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        Matcher data = COUNT.matcher(line);
        if (data.matches()) {
            Hint before = last.get();
            last.set(
                    new Hint(before == null ? 1 : before.number() + 1, Instant.now(), Integer.parseInt(data.group(1))));
            begun.countDown();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        ended = true;
        begun.countDown();
    }

    @Override
    public void onComplete() {
        ended = true;
        begun.countDown();
    }

    /** The last hint; null before the first. */
    @Nullable
    Hint last() {
        return last.get();
    }

    boolean hasEnded() {
        return ended;
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    void hangUp() {
        Flow.Subscription lines = subscription.get();
        if (lines != null) {
            lines.cancel();
        }
    }
}
