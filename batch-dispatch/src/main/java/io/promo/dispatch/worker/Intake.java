package io.promo.dispatch.worker;

import io.promo.dispatch.DispatchSettings;
import io.promo.dispatch.guard.Failures;
import io.promo.events.EventCodec;
import io.promo.events.UndecodableEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Hands requests to a small pool, away from Kafka's threads, and acknowledges each after its step has ended; meanwhile
 * its consumer is paused and keeps polling. On shutdown, before the consumers stop, everything is handed back.
 */
@Component
@Profile("worker")
class Intake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final long DRAIN_SECONDS = 6;

    private final PartitionWork work;
    private final Executions executions;
    private final DeadLetterPublishingRecoverer deadLetters;
    private final EventCodec codec;
    private final ExecutorService pool;
    private volatile boolean running;

    Intake(
            PartitionWork work,
            Executions executions,
            DeadLetterPublishingRecoverer deadLetters,
            EventCodec codec,
            DispatchSettings settings) {
        this.work = work;
        this.executions = executions;
        this.deadLetters = deadLetters;
        this.codec = codec;
        this.pool = Executors.newFixedThreadPool(settings.workerThreads(), task -> {
            Thread thread = new Thread(task, "partition");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes a request; it is acknowledged when it is done with, and not at all when the process is ending. */
    void accept(ConsumerRecord<String, String> message, Acknowledgment acknowledgment) {
        if (!executions.isDraining()) {
            pool.execute(() -> process(message, acknowledgment));
        }
    }

    private void process(ConsumerRecord<String, String> message, Acknowledgment acknowledgment) {
        boolean executed = false;
        @Nullable RuntimeException poison = null;
        while (!executions.isDraining()) {
            try {
                if (!executed) {
                    poison = execute(message);
                    executed = true;
                }
                if (poison != null) {
                    deadLetters.accept(message, poison);
                }
                acknowledge(message, acknowledgment);
                return;
            } catch (RuntimeException e) {
                // The record stays with this worker: without the database no other could claim it either.
                log.warn("Request at {}-{} waits: {}", message.partition(), message.offset(), Failures.reason(e));
                sleepASecond();
            }
        }
    }

    /** Returns why the request can never be executed; null when it was, or need not be. */
    private @Nullable RuntimeException execute(ConsumerRecord<String, String> message) {
        @Nullable String request = message.value();
        if (request == null) {
            log.debug("Request at {}-{} is a tombstone", message.partition(), message.offset());
            return null;
        }
        try {
            work.execute(codec.decodeRequest(request));
            return null;
        } catch (PoisonException | UndecodableEvent e) {
            return e;
        }
    }

    private static void acknowledge(ConsumerRecord<String, String> message, Acknowledgment acknowledgment) {
        try {
            acknowledgment.acknowledge();
        } catch (IllegalStateException e) {
            // The Kafka partition went to another consumer meanwhile; the record comes again there, and is refused.
            log.debug("Request at {}-{} is not ours to acknowledge", message.partition(), message.offset(), e);
        }
    }

    private static void sleepASecond() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        executions.drain();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Partitions are still under way; whoever takes over ends their connections");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
