package io.promo.bench.stream;

import io.promo.bench.client.StackFailure;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The streams of many customers, held open over a connection each. */
final class Streams implements AutoCloseable {

    /** So many connect at a time. */
    private static final int CONNECTING = 100;

    private static final Duration ALL_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final List<Listener> listeners = new ArrayList<>();
    private final String url;

    /** @param url base URL of inbox-api, without a slash at the end */
    Streams(String url) {
        this.url = url;
    }

    /**
     * Opens a stream for each customer and waits for the first hint on each.
     *
     * @throws StackFailure when one does not open
     */
    void open(List<Customer> customers) throws InterruptedException {
        Semaphore connecting = new Semaphore(CONNECTING);
        for (Customer customer : customers) {
            connecting.acquire();
            Listener listener = new Listener();
            listeners.add(listener);
            http.sendAsync(customer.get(url + "/messages/stream").build(), answer -> {
                        if (answer.statusCode() != 200) {
                            throw new StackFailure("a stream was answered " + answer.statusCode());
                        }
                        connecting.release();
                        return BodyHandlers.fromLineSubscriber(listener).apply(answer);
                    })
                    .whenComplete((end, failure) -> {
                        if (failure != null) {
                            listener.onError(failure);
                            // Once too often if it had begun; then a few more connect at a time.
                            connecting.release();
                        }
                    });
        }
        for (Listener listener : listeners) {
            listener.awaitBegun();
        }
        checkOpen();
    }

    /** The hint each stream has had last, in the order of the customers. */
    List<Listener.Hint> last() {
        return listeners.stream()
                .map(listener -> Objects.requireNonNull(listener.last()))
                .toList();
    }

    /**
     * Waits until each stream has had a hint more.
     *
     * @param before what {@link #last} said
     * @throws StackFailure when a stream has ended, or some had none within three minutes
     */
    List<Listener.Hint> awaitOneMore(List<Listener.Hint> before) throws InterruptedException {
        Instant giveUp = Instant.now().plus(ALL_WITHIN);
        while (true) {
            List<Listener.Hint> now = last();
            long waiting = 0;
            for (int i = 0; i < now.size(); i++) {
                waiting += now.get(i).number() > before.get(i).number() ? 0 : 1;
            }
            if (waiting == 0) {
                return now;
            }
            checkOpen();
            if (Instant.now().isAfter(giveUp)) {
                throw new StackFailure(
                        waiting + " of " + now.size() + " streams had no hint within " + ALL_WITHIN.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        }
    }

    @Override
    public void close() {
        listeners.forEach(Listener::hangUp);
        threads.shutdown();
    }

    private void checkOpen() {
        long ended = listeners.stream().filter(Listener::hasEnded).count();
        if (ended > 0) {
            throw new StackFailure(ended + " of " + listeners.size() + " streams have ended; see the log of inbox-api");
        }
    }
}
