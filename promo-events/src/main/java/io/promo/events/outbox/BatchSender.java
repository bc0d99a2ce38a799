package io.promo.events.outbox;

import io.promo.events.outbox.OutboxStore.Pending;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch in waves: in each the next record of every key at once, then one wait for all. A key never has two records
 * in flight, since a producer that gives up on the first may still deliver the second; a key whose record failed has
 * no part in later waves.
 */
final class BatchSender implements AutoCloseable {

    private final Supplier<Producer<String, String>> connect;
    private volatile @Nullable Producer<String, String> producer;
    private volatile boolean closed;

    BatchSender(Supplier<Producer<String, String>> connect) {
        this.connect = connect;
    }

    private record InFlight(String key, Pending pending, Future<RecordMetadata> answer) {}

    /**
     * Returns when every record was acknowledged, has failed, or is not to be tried now.
     *
     * @param batch in order; records of a key without a gap
     * @param goOn asked before each wave
     */
    Outcome send(List<Pending> batch, BooleanSupplier goOn) {
        Map<String, Queue<Pending>> keys = new LinkedHashMap<>();
        for (Pending pending : batch) {
            keys.computeIfAbsent(pending.aggregateId(), key -> new ArrayDeque<>())
                    .add(pending);
        }
        var outcome = new Outcome();
        Set<String> unreachable = new HashSet<>();
        while (!keys.isEmpty() && !closed && goOn.getAsBoolean()) {
            List<InFlight> wave = start(keys, unreachable);
            Producer<String, String> current = producer;
            if (current != null) {
                current.flush();
            }
            keys.keySet().retainAll(acknowledge(wave, keys, unreachable, outcome));
        }
        return outcome;
    }

    /** Ends what is in flight after at most two seconds; it counts as failed. */
    @Override
    public void close() {
        closed = true;
        abandon(Duration.ofSeconds(2));
    }

    private List<InFlight> start(Map<String, Queue<Pending>> keys, Set<String> unreachable) {
        List<InFlight> wave = new ArrayList<>(keys.size());
        keys.forEach((key, queue) -> {
            Pending head = queue.element();
            if (!unreachable.contains(head.topic())) {
                Future<RecordMetadata> answer = send(head);
                wave.add(new InFlight(key, head, answer));
                // It has waited for the broker in vain; so would every other record of the topic, one after the other.
                if (answer.isDone() && isAway(error(answer))) {
                    unreachable.add(head.topic());
                }
            }
        });
        return wave;
    }

    /** Returns the keys that have more to send. */
    private static Set<String> acknowledge(
            List<InFlight> wave, Map<String, Queue<Pending>> keys, Set<String> unreachable, Outcome outcome) {
        Set<String> goingOn = new HashSet<>();
        for (InFlight sent : wave) {
            Throwable error = error(sent.answer);
            if (error != null) {
                outcome.failures().add(Failure.of(sent.pending, error));
                if (isAway(error)) {
                    unreachable.add(sent.pending.topic());
                }
                continue;
            }
            outcome.acknowledged().add(sent.pending.id());
            Queue<Pending> queue = keys.getOrDefault(sent.key, new ArrayDeque<>());
            queue.remove();
            if (!queue.isEmpty()) {
                goingOn.add(sent.key);
            }
        }
        return goingOn;
    }

    private Future<RecordMetadata> send(Pending pending) {
        var record = new ProducerRecord<>(pending.topic(), pending.aggregateId(), pending.payload());
        record.headers().add("eventId", pending.id().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("eventType", pending.type().getBytes(StandardCharsets.UTF_8));
        try {
            return producer().send(record);
        } catch (KafkaException | IllegalStateException e) {
            // A producer in this state takes nothing any more; the next try makes a new one.
            abandon(Duration.ZERO);
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized Producer<String, String> producer() {
        if (closed) {
            throw new IllegalStateException("the relay is stopping");
        }
        Producer<String, String> current = producer;
        if (current == null) {
            current = connect.get();
            producer = current;
        }
        return current;
    }

    private synchronized void abandon(Duration patience) {
        Producer<String, String> current = producer;
        producer = null;
        if (current != null) {
            current.close(patience);
        }
    }

    private static boolean isAway(@Nullable Throwable error) {
        return error != null && !Failure.isRefusal(error);
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
