package io.promo.inbox.hint;

import io.promo.http.stream.LiveStreams;
import io.promo.inbox.badge.BadgeChanged;
import io.promo.inbox.badge.UnreadCount;
import io.promo.inbox.badge.UnreadCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who is due a hint, and the hints. However many changes come and however many browsers are connected, the database is
 * asked for {@value #BATCH} counts by one statement, ten times a second at most; whoever is due already is so once.
 */
@Component
class Hints {

    /** Users counted by one statement: some 25 ms of one backend. */
    static final int BATCH = 250;

    /** Lists that all who look at one, should everyone do, ask this instance for in a second after a wave. */
    private static final int LISTS_PER_SECOND = 500;

    /** Runs that end within so long of each other make one wave. */
    private static final Duration GATHER = Duration.ofMillis(500);

    private static final Duration PAUSE_WHEN_AWAY = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Hints.class);

    private final LiveStreams<UUID> streams;
    private final UnreadCounts counts;

    /** Users with a change of their own; they go before the wave. */
    private final Set<UUID> changed = new LinkedHashSet<>();

    private final Set<UUID> wave = new LinkedHashSet<>();
    private boolean waveIsDue;
    private long waveStartsAtNanos;
    private long pausedUntilNanos = System.nanoTime();

    Hints(LiveStreams<UUID> streams, UnreadCounts counts) {
        this.streams = streams;
        this.counts = counts;
    }

    /** Any inbox may have changed: all who are connected in a moment get one hint, spread over some seconds. */
    synchronized void everyone() {
        if (!waveIsDue) {
            waveIsDue = true;
            waveStartsAtNanos = System.nanoTime() + GATHER.toNanos();
        }
    }

    /** The user's streams, if there are any here, get a hint with the next batch. */
    synchronized void one(UUID user) {
        if (streams.isOpen(user)) {
            changed.add(user);
        }
    }

    @EventListener
    void on(BadgeChanged change) {
        one(change.userId());
    }

    /** Counts for the next batch and has its hints written; waits for the database but for no browser. */
    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void next() {
        Batch batch = take();
        if (batch.all().isEmpty()) {
            return;
        }
        try {
            Map<UUID, UnreadCount> unread = counts.of(batch.all());
            int jitterMs = jitterMs();
            batch.changed().forEach(user -> hint(user, unread, 0));
            batch.wave().forEach(user -> hint(user, unread, jitterMs));
        } catch (DataAccessException e) {
            putBack(batch);
            log.warn("could not count for hints; tried again in {} s: {}", PAUSE_WHEN_AWAY.toSeconds(), e.getMessage());
        }
    }

    private record Batch(List<UUID> changed, List<UUID> wave) {

        List<UUID> all() {
            List<UUID> all = new ArrayList<>(changed);
            all.addAll(wave);
            return all;
        }
    }

    private synchronized Batch take() {
        long now = System.nanoTime();
        if (now - pausedUntilNanos < 0) {
            return new Batch(List.of(), List.of());
        }
        if (waveIsDue && now - waveStartsAtNanos >= 0) {
            waveIsDue = false;
            wave.addAll(streams.topics());
        }
        List<UUID> first = poll(changed, BATCH);
        first.forEach(wave::remove);
        return new Batch(first, poll(wave, BATCH - first.size()));
    }

    private synchronized void putBack(Batch batch) {
        changed.addAll(batch.changed());
        wave.addAll(batch.wave());
        pausedUntilNanos = System.nanoTime() + PAUSE_WHEN_AWAY.toNanos();
    }

    private void hint(UUID user, Map<UUID, UnreadCount> unread, int jitterMs) {
        UnreadCount count = unread.get(user);
        if (count != null) {
            streams.send(user, "hint", Hint.of(count, jitterMs));
        }
    }

    private int jitterMs() {
        return streams.topicCount() * 1_000 / LISTS_PER_SECOND;
    }

    private static List<UUID> poll(Set<UUID> users, int most) {
        List<UUID> polled = new ArrayList<>();
        Iterator<UUID> rest = users.iterator();
        while (polled.size() < most && rest.hasNext()) {
            polled.add(rest.next());
            rest.remove();
        }
        return polled;
    }
}
