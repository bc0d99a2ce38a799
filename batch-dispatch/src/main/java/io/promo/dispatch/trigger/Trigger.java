package io.promo.dispatch.trigger;

import io.promo.dispatch.schedule.ScheduleChanged;
import io.promo.dispatch.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks what is due: every minute, when a schedule changes, and at the very instant the next date becomes due. One manager
 * at a time; the lock covers only the making of run rows, which the sweeper then starts.
 */
@Component
@Profile("manager")
class Trigger {

    private static final Logger log = LoggerFactory.getLogger(Trigger.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Duration BUSY_RETRY = Duration.ofSeconds(1);

    private final Schedules schedules;
    private final DueRuns dueRuns;
    private final LockProvider locks;
    private final TaskScheduler scheduler;
    private final Queue<UUID> changedEvents = new ConcurrentLinkedQueue<>();
    private @Nullable ScheduledFuture<?> planned;

    Trigger(Schedules schedules, DueRuns dueRuns, LockProvider locks, TaskScheduler scheduler) {
        this.schedules = schedules;
        this.dueRuns = dueRuns;
        this.locks = locks;
        this.scheduler = scheduler;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1S")
    void everyMinute() {
        look();
    }

    @TransactionalEventListener
    void on(ScheduleChanged changed) {
        changedEvents.add(changed.eventId());
        wakeIn(Duration.ZERO);
    }

    private void look() {
        Optional<SimpleLock> lock = locks.lock(new LockConfiguration(Instant.now(), "trigger", AT_MOST, Duration.ZERO));
        if (lock.isEmpty()) {
            // Another manager looks, but may have begun before what woke this one.
            wakeIn(BUSY_RETRY);
            return;
        }
        try {
            makeRuns();
        } finally {
            lock.get().unlock();
        }
    }

    /** All there is takes milliseconds for each event that is open; what was published now does not wait for it. */
    private void makeRuns() {
        Optional<Instant> next = makeRunsOfChanged();
        for (UUID eventId : schedules.unsettled()) {
            next = earlier(next, makeRuns(eventId));
            next = earlier(next, makeRunsOfChanged());
        }
        next.map(at -> Duration.between(schedules.now(), at))
                .filter(wait -> wait.compareTo(PERIOD) < 0)
                .ifPresent(this::wakeIn);
    }

    private Optional<Instant> makeRunsOfChanged() {
        Optional<Instant> next = Optional.empty();
        for (UUID eventId = changedEvents.poll(); eventId != null; eventId = changedEvents.poll()) {
            next = earlier(next, makeRuns(eventId));
        }
        return next;
    }

    private Optional<Instant> makeRuns(UUID eventId) {
        try {
            return dueRuns.make(eventId);
        } catch (RuntimeException e) {
            // One event that cannot be dispatched must not keep the others from it; the next look tries again.
            log.error("Event {} could not be triggered", eventId, e);
            return Optional.empty();
        }
    }

    private synchronized void wakeIn(Duration wait) {
        Instant at = Instant.now().plus(wait.isNegative() ? Duration.ZERO : wait);
        if (planned != null) {
            if (planned.getDelay(TimeUnit.NANOSECONDS) <= wait.toNanos()) {
                return;
            }
            planned.cancel(false);
        }
        planned = scheduler.schedule(this::plannedLook, at);
    }

    /** From here on it is not ahead any more: whoever wants a look now or later has to plan another. */
    private void plannedLook() {
        synchronized (this) {
            planned = null;
        }
        look();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
