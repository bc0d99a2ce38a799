package io.promo.events.outbox;

import io.promo.events.outbox.OutboxStore.Pending;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Sends the outbox to Kafka: holds lanes, takes the oldest record of each key, sends them at once, waits for all, deletes
 * what was acknowledged. A crash between send and delete sends again: at least once. Several relays may run; each lane
 * has one holder.
 *
 * <p>Woken after a commit in this process; else it polls, the more slowly the longer there is nothing to do.
 */
final class OutboxRelay implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final int BATCH = 2_000;
    /**
     * Age at which lanes are held anew. A batch begun at that age may block for 3 s on metadata and 6 s on delivery (the
     * producer's settings) and still ends within the lease, before another relay sends the same keys.
     */
    private static final Duration RENEWAL = Duration.ofSeconds(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private final OutboxStore store;
    private final Producer<String, String> producer;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    private List<Integer> lanes = List.of();
    private long lanesHeldAt;

    OutboxRelay(OutboxStore store, Producer<String, String> producer) {
        this.store = store;
        this.producer = producer;
    }

    /** There may be something to send. */
    void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        Thread started = new Thread(this::run, "outbox-relay");
        started.start();
        thread = started;
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Apart from {@link #stop}: a stopped relay may be started again, a closed producer may not. */
    @Override
    public void close() {
        stop();
        producer.close(Duration.ofSeconds(2));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (running) {
            int sent = relayOnce();
            pause = sent > 0 ? Duration.ZERO : longer(pause);
            if (!pause.isZero() && awaitWake(pause)) {
                pause = SHORTEST_PAUSE;
            }
        }
        lanes = List.of();
        try {
            store.releaseLanes(holder);
        } catch (DataAccessException e) {
            log.debug("Lanes were not released; their lease ends by itself", e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean awaitWake(Duration pause) {
        try {
            boolean woken = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            wake.drainPermits();
            return woken;
        } catch (InterruptedException e) {
            running = false;
            return false;
        }
    }

    /** Returns how many records were sent and acknowledged. */
    private int relayOnce() {
        try {
            holdLanes();
            List<Pending> batch = lanes.isEmpty() ? List.of() : store.heads(lanes, BATCH);
            return batch.isEmpty() ? 0 : send(batch);
        } catch (DataAccessException e) {
            log.warn("The outbox cannot be read for now: {}", e.getMessage());
        } catch (RuntimeException e) {
            // Whatever it is, the thread must outlive it: nobody else empties the outbox.
            log.error("The outbox is not relayed for now", e);
        }
        lanes = List.of();
        return 0;
    }

    private void holdLanes() {
        long now = System.nanoTime();
        if (lanes.isEmpty() || now - lanesHeldAt > RENEWAL.toNanos()) {
            lanesHeldAt = now;
            lanes = store.holdLanes(holder);
        }
    }

    private int send(List<Pending> batch) {
        List<Future<RecordMetadata>> answers = new ArrayList<>(batch.size());
        for (Pending pending : batch) {
            Future<RecordMetadata> answer = producer.send(record(pending));
            answers.add(answer);
            if (answer.isDone() && unreachable(answer)) {
                // The rest would each wait for the same broker; they stay as they are.
                break;
            }
        }
        producer.flush();
        List<UUID> acknowledged = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            Pending pending = batch.get(i);
            Throwable error = error(answers.get(i));
            if (error == null) {
                acknowledged.add(pending.id());
            } else {
                failed(pending, error);
            }
        }
        if (!acknowledged.isEmpty()) {
            store.delete(acknowledged);
        }
        return acknowledged.size();
    }

    private static ProducerRecord<String, String> record(Pending pending) {
        var record = new ProducerRecord<>(pending.topic(), pending.aggregateId(), pending.payload());
        record.headers().add("eventId", pending.id().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("eventType", pending.type().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void failed(Pending pending, Throwable error) {
        boolean hopeless = hopeless(error);
        int attempts = pending.attempts() + 1;
        boolean givenUp = hopeless && attempts >= OutboxStore.MOST_ATTEMPTS;
        if (givenUp) {
            log.error(
                    "Gave up sending {} {} of {}: {}",
                    pending.type(),
                    pending.id(),
                    pending.aggregateId(),
                    error.getMessage());
        } else {
            log.debug("Sending {} {} failed", pending.type(), pending.id(), error);
        }
        store.failed(pending, error.getClass().getSimpleName() + ": " + error.getMessage(), backoff(attempts), givenUp);
    }

    /** Doubles from 100 ms to {@link #LONGEST_BACKOFF}, less up to a half so that keys do not come back all at once. */
    private static Duration backoff(int attempts) {
        long full = Math.min(LONGEST_BACKOFF.toMillis(), 100L << Math.min(attempts - 1, 10));
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2));
    }

    private static boolean unreachable(Future<RecordMetadata> answer) {
        Throwable error = error(answer);
        return error != null && !hopeless(error);
    }

    private static boolean hopeless(Throwable error) {
        return error instanceof RecordTooLargeException
                || error instanceof SerializationException
                || error instanceof InvalidTopicException
                || error instanceof AuthorizationException;
    }

    private static @Nullable Throwable error(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new KafkaException("interrupted", e);
        }
    }
}
