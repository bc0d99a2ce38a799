package io.promo.dispatch.process;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Beats every two seconds on a thread and a connection of its own, from before the first work until after the last. Time
 * is measured from before each beat was sent, so that a process never thinks itself younger than others do.
 */
@Component
public class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long INTERVAL_MILLIS = 2_000;
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long STEADY_NANOS = TimeUnit.SECONDS.toNanos(Processes.DEAD_AFTER_SECONDS);

    private final Processes processes;
    private volatile ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;
    private volatile boolean failing;
    private volatile long confirmedAt;
    private volatile long steadySince;

    Heartbeat(Processes processes) {
        this.processes = processes;
    }

    /** Whether this process may still count itself alive: a beat of the last eight seconds arrived. */
    public boolean isConfirmed() {
        return System.nanoTime() - confirmedAt < TRUSTED_NANOS;
    }

    /**
     * Whether this process may judge others: its own beats have arrived for a whole dead interval without a gap. After an
     * outage of the database everyone looks dead for a while.
     */
    public boolean isSteady() {
        long now = System.nanoTime();
        return now - confirmedAt < GAP_NANOS && now - steadySince > STEADY_NANOS;
    }

    @Override
    public void start() {
        processes.beat();
        long now = System.nanoTime();
        confirmedAt = now;
        steadySince = now;
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "heartbeat"));
        thread.scheduleWithFixedDelay(this::beat, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        running = true;
    }

    private void beat() {
        long sentAt = System.nanoTime();
        try {
            processes.beat();
            if (sentAt - confirmedAt > GAP_NANOS) {
                steadySince = sentAt;
            }
            confirmedAt = sentAt;
            failing = false;
        } catch (DataAccessException | CannotCreateTransactionException e) {
            if (!failing) {
                log.warn("No heartbeat: {}", e.getMessage());
            }
            failing = true;
        }
    }

    @EventListener
    void on(WebServerInitializedEvent event) {
        processes.listensOn(event.getWebServer().getPort());
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        running = false;
        try {
            processes.end();
        } catch (DataAccessException e) {
            log.warn("Could not sign off; others will find out in {} s", Processes.DEAD_AFTER_SECONDS);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First to start, last to stop. */
    @Override
    public int getPhase() {
        return 0;
    }
}
