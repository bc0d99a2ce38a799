package io.promo.bench.events;

import io.promo.bench.client.StackFailure;
import io.promo.bench.events.Report.Paced;
import io.promo.events.EventType;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes events at an even pace, a transaction each, and sees when the broker acknowledges them.
 *
 * <p>A commit wakes the relay of its own process only. SQL from outside would measure how often an idle relay looks, which no
 * user of the product ever waits for, so the writers use the product's own {@link Outbox}, in a service of the bench's
 * own. It takes the place of calendar-api, on the same database: of two relays, one holds all lanes and the other stands
 * by. The time begins when COMMIT is about to be sent, so it contains the commit.
 */
final class CommitToAcknowledgement {

    private static final int PER_SECOND = 1_000;
    private static final int WRITERS = 4;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final TransactionTemplate transaction;

    CommitToAcknowledgement(ConfigurableApplicationContext service) {
        this.outbox = service.getBean(Outbox.class);
        this.transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    /** The first seconds do not count. */
    Paced measure() throws InterruptedException {
        write(WARM_UP_SECONDS * PER_SECOND);
        long start = System.nanoTime();
        Map<UUID, Long> written = write(SECONDS * PER_SECOND);
        long nanos = System.nanoTime() - start;
        long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        List<Long> latencies = new ArrayList<>(written.size());
        for (Map.Entry<UUID, Long> event : written.entrySet()) {
            latencies.add(acknowledged(event.getKey(), giveUp) - event.getValue());
        }
        return Paced.of(Latencies.of(latencies), nanos);
    }

    private static long acknowledged(UUID eventId, long giveUp) throws InterruptedException {
        Long at = Acknowledgements.of(eventId.toString());
        while (at == null) {
            if (System.nanoTime() > giveUp) {
                throw new StackFailure("event " + eventId + " was not acknowledged within " + LONGEST_WAIT.toSeconds()
                        + " s of the last commit");
            }
            TimeUnit.MILLISECONDS.sleep(10);
            at = Acknowledgements.of(eventId.toString());
        }
        return at;
    }

    /** Returns each event's id, and when its COMMIT was about to be sent by {@link System#nanoTime()}. */
    private Map<UUID, Long> write(int events) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            long start = System.nanoTime();
            List<Future<Map<UUID, Long>>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int first = i;
                writers.add(threads.submit(() -> writeEvery(WRITERS, first, events, start)));
            }
            Map<UUID, Long> written = new LinkedHashMap<>();
            for (Future<Map<UUID, Long>> writer : writers) {
                written.putAll(writer.get());
            }
            return written;
        } catch (ExecutionException e) {
            throw new StackFailure("a writer broke off: " + e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<UUID, Long> writeEvery(int step, int first, int events, long start) {
        Map<UUID, Long> written = new LinkedHashMap<>();
        for (int n = first; n < events; n += step) {
            long due = start + TimeUnit.SECONDS.toNanos(1) * n / PER_SECOND;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            writeOne(written);
        }
        return written;
    }

    private void writeOne(Map<UUID, Long> written) {
        transaction.executeWithoutResult(status -> {
            UUID customer = UUID.randomUUID();
            UUID eventId = outbox.append(
                    EventType.PREFERENCE_CHANGED,
                    "customer",
                    customer.toString(),
                    1,
                    new PreferenceChanged(customer, 1, true, Instant.now()));
            written.put(eventId, System.nanoTime());
        });
    }
}
