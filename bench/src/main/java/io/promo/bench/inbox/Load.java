package io.promo.bench.inbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Asks for one customer after the other, on some platform threads. */
final class Load {

    static final int THREADS = 8;

    private final List<Shopper> shoppers;
    private final int threads;

    /** On {@link #THREADS}. */
    Load(List<Shopper> shoppers) {
        this(shoppers, THREADS);
    }

    Load(List<Shopper> shoppers, int threads) {
        this.shoppers = List.copyOf(shoppers);
        this.threads = threads;
    }

    /** Each thread asks again as soon as it has its answer. */
    Latencies closed(Ask ask, int seconds) throws IOException, InterruptedException {
        AtomicLong next = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return onAllThreads(nanos -> {
            for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
                ask.ask(shopper(next.getAndIncrement()));
                nanos.add(System.nanoTime() - began);
            }
        });
    }

    /**
     * Requests come at that rate however long answers take. What a request waits for a free thread counts: it waits from
     * when it was due.
     */
    Latencies paced(Ask ask, double perSecond, int seconds) throws IOException, InterruptedException {
        AtomicLong next = new AtomicLong();
        Pace pace = new Pace(System.nanoTime(), perSecond);
        long requests = Math.max(1, Math.round(perSecond * seconds));
        return onAllThreads(nanos -> {
            for (long number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                long due = pace.due(number);
                Pace.await(due);
                ask.ask(shopper(number));
                nanos.add(System.nanoTime() - due);
            }
        });
    }

    private Shopper shopper(long number) {
        return shoppers.get((int) (number % shoppers.size()));
    }

    /** What one thread does, telling how long each request took. */
    private interface Work {
        void run(LongStream.Builder nanos) throws IOException, InterruptedException, SQLException;
    }

    private Latencies onAllThreads(Work work) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long began = System.nanoTime();
            List<Future<LongStream>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                done.add(pool.submit(() -> {
                    LongStream.Builder nanos = LongStream.builder();
                    work.run(nanos);
                    return nanos.build();
                }));
            }
            LongStream all = LongStream.empty();
            for (Future<LongStream> one : done) {
                all = LongStream.concat(all, one.get());
            }
            return Latencies.of(all, (System.nanoTime() - began) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException("a request failed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
