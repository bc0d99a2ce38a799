package io.promo.events.outbox;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the outbox to Kafka while the service runs. Any number of services may run on one database; the first relay holds
 * every lane, the others stand by and take over when its lease ends, or at once when it stops.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final long LONGEST_STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final OutboxStore store;
    private final Supplier<Producer<String, String>> connect;

    private volatile @Nullable RelayLoop loop;
    private @Nullable Thread thread;

    OutboxRelay(OutboxStore store, Supplier<Producer<String, String>> connect) {
        this.store = store;
        this.connect = connect;
    }

    /** There may be something to send. */
    void wake() {
        RelayLoop current = loop;
        if (current != null) {
            current.wake();
        }
    }

    @Override
    public synchronized void start() {
        if (loop == null) {
            var started = new RelayLoop(store, connect);
            thread = new Thread(started, "outbox-relay");
            thread.start();
            loop = started;
        }
    }

    /** Returns within seconds, also while no broker answers. */
    @Override
    public synchronized void stop() {
        RelayLoop current = loop;
        if (current == null || thread == null) {
            return;
        }
        current.end();
        try {
            thread.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop = null;
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    /** Starts before and stops after web server and listeners, which may still write while they end. */
    @Override
    public int getPhase() {
        return 0;
    }
}
