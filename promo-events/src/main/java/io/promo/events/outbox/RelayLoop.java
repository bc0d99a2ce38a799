package io.promo.events.outbox;

import io.promo.events.outbox.OutboxStore.Pending;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One relay from its start to its end: holds lanes, reads a batch, sends it, deletes what was acknowledged. A crash between
 * send and delete sends again: at least once. While there is nothing to do it looks less and less often, until woken.
 */
final class RelayLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final OutboxStore store;
    private final Lanes lanes;
    private final BatchSender sender;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean over;
    private boolean troubled;

    RelayLoop(OutboxStore store, Supplier<Producer<String, String>> connect) {
        this.store = store;
        this.lanes = new Lanes(store, UUID.randomUUID().toString());
        this.sender = new BatchSender(connect);
    }

    void wake() {
        wake.release();
    }

    /** Cuts short what is in flight; the loop ends soon after. */
    void end() {
        over = true;
        wake();
        sender.close();
    }

    @Override
    public void run() {
        Duration pause = Duration.ZERO;
        while (!over) {
            int sent = relay();
            pause = sent > 0 ? Duration.ZERO : longer(pause);
            if (awaitWake(pause)) {
                pause = Duration.ZERO;
            }
        }
        try {
            lanes.release();
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
            over = true;
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns how many records were acknowledged. Nothing that goes wrong ends the loop. */
    private int relay() {
        try {
            List<Integer> held = lanes.hold();
            List<Pending> batch = held.isEmpty() ? List.of() : store.next(held);
            Outcome outcome = sender.send(batch, () -> !over && lanes.stillHeld());
            // No question of who holds the lane by now: what was acknowledged is with Kafka, whoever sent it.
            store.delete(outcome.acknowledged());
            if (!over) {
                store.failed(outcome.failures());
                outcome.failures().stream().filter(Failure::givenUp).forEach(RelayLoop::report);
            }
            troubled = false;
            return outcome.acknowledged().size();
        } catch (DataAccessException e) {
            if (!troubled) {
                log.warn(
                        "The outbox is out of reach; it is tried until it is back: {}",
                        e.getMostSpecificCause().toString());
            }
        } catch (RuntimeException e) {
            if (!troubled) {
                log.error("The outbox cannot be relayed; it is tried again until it can", e);
            }
        }
        troubled = true;
        lanes.doubt();
        return 0;
    }

    private static void report(Failure failure) {
        Pending pending = failure.pending();
        log.error(
                "Kafka refuses {} {} of {}; it and what follows it wait for a replay: {}",
                pending.type(),
                pending.id(),
                pending.aggregateId(),
                failure.error());
    }
}
