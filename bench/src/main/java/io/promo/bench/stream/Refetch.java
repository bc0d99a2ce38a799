package io.promo.bench.stream;

import io.promo.bench.inbox.Latencies;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * What hints without a count would lead to: each customer asks for the badge the moment it is told that something has
 * changed, over a connection of its own.
 */
final class Refetch {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private Refetch() {}

    /**
     * How it went.
     *
     * @param endedNanos when each answer came, after the first request, ascending
     * @param failed requests without a good answer
     */
    record Answers(long[] endedNanos, int failed) {

        Latencies latencies() {
            return Latencies.of(LongStream.of(endedNanos), 1);
        }

        /** The most answers within any whole second from the first request on. */
        long mostInASecond() {
            long most = 0;
            int from = 0;
            for (int to = 0; to < endedNanos.length; to++) {
                while (endedNanos[to] - endedNanos[from] >= 1_000_000_000L) {
                    from++;
                }
                most = Math.max(most, to - from + 1);
            }
            return most;
        }
    }

    /** Asks for all at once and waits for all answers. */
    static Answers all(String inboxUrl, List<Customer> customers) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .build();
            long began = System.nanoTime();
            List<CompletableFuture<Long>> answers = new ArrayList<>();
            for (Customer customer : customers) {
                answers.add(http.sendAsync(
                                customer.get(inboxUrl + "/messages/unread-count")
                                        .timeout(TIMEOUT)
                                        .build(),
                                BodyHandlers.discarding())
                        .handle((answer, failure) -> failure == null && answer.statusCode() == 200
                                ? System.nanoTime() - began
                                : Long.valueOf(-1)));
            }
            long[] ended = answers.stream()
                    .mapToLong(CompletableFuture::join)
                    .filter(nanos -> nanos >= 0)
                    .sorted()
                    .toArray();
            return new Answers(ended, customers.size() - ended.length);
        } finally {
            threads.shutdown();
        }
    }
}
