package io.promo.bench.stream;

import io.promo.bench.inbox.Latencies;
import io.promo.bench.inbox.Pace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What others ask meanwhile: the badge, {@value #PER_SECOND} times a second at an even pace, each request counted from when
 * it was due.
 */
final class OtherRequests implements AutoCloseable {

    static final int PER_SECOND = 100;

    private static final int THREADS = 8;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong next = new AtomicLong();
    private final Pace pace = new Pace(System.nanoTime(), PER_SECOND);
    private final String url;
    private final List<Customer> customers;

    private record Asked(long dueNanos, long tookNanos) {}

    /** Begins to ask. */
    OtherRequests(String inboxUrl, List<Customer> customers) {
        this.url = inboxUrl + "/messages/unread-count";
        this.customers = List.copyOf(customers);
        for (int thread = 0; thread < THREADS; thread++) {
            threads.execute(this::ask);
        }
    }

    /**
     * Of the requests that were due between the two, as {@link System#nanoTime} counts.
     *
     * @throws IOException when any has failed
     */
    Latencies between(long fromNanos, long toNanos) throws IOException {
        if (failed.get() > 0) {
            throw new IOException(failed + " of the requests for the badge failed");
        }
        return Latencies.of(
                asked.stream()
                        .filter(one -> one.dueNanos() >= fromNanos && one.dueNanos() < toNanos)
                        .mapToLong(Asked::tookNanos),
                (toNanos - fromNanos) / 1e9);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void ask() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long number = next.getAndIncrement();
                long due = pace.due(number);
                Pace.await(due);
                Customer customer = customers.get((int) (number % customers.size()));
                HttpResponse<byte[]> answer = http.send(customer.get(url).build(), BodyHandlers.ofByteArray());
                failed.addAndGet(answer.statusCode() == 200 ? 0 : 1);
                asked.add(new Asked(due, System.nanoTime() - due));
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
