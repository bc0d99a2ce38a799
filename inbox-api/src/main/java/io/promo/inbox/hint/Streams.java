package io.promo.inbox.hint;

import io.promo.http.Refusal;
import io.promo.inbox.http.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this instance. They are closed first when the service stops, or its graceful shutdown would wait
 * for them; browsers come back to another instance, each after a pause of its own.
 */
@Component
class Streams implements SmartLifecycle {

    /** Streams one user may hold open here: some devices, some tabs. */
    static final int PER_USER = 8;

    /** What one takes of the heap, its connection included: measured 67,000 by {@code promo bench stream}. */
    private static final long BYTES_PER_STREAM = 80_000;

    /** What all else takes. */
    private static final long BYTES_FOR_THE_REST = 256_000_000;

    /**
     * A browser that does not read blocks its writer only once the buffers between are full, which takes a thousand
     * hints, and then until {@code server.tomcat.connection-timeout} ends it: the others go on.
     */
    private static final int WRITERS = 16;

    static final int HEARTBEAT_SHARES = 60;

    private static final int HEARTBEAT_MS = 15_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int RETRY_AT_LEAST_MS = 1_000;
    private static final int RETRY_AT_MOST_MS = 5_000;

    private final Map<UUID, List<OpenStream>> open = new ConcurrentHashMap<>();
    private final ExecutorService writers = writers();
    private final AtomicInteger nextShare = new AtomicInteger();
    private final AtomicInteger openCount = new AtomicInteger();
    private final long most;
    private volatile boolean running;

    Streams() {
        this(Math.max(1, (Runtime.getRuntime().maxMemory() - BYTES_FOR_THE_REST) / BYTES_PER_STREAM));
    }

    /** @param most how many there may be in all: better to refuse one than to run out of memory and lose all */
    Streams(long most) {
        this.most = most;
    }

    /**
     * Opens a stream that ends with the caller's token, at the latest after an hour.
     *
     * @throws Refusal 429 when the caller has {@link #PER_USER} open, 503 when there is no room for another
     */
    SseEmitter open(Caller caller) {
        if (openCount.get() >= most) {
            throw noRoom();
        }
        SseEmitter emitter = new SseEmitter(lifetimeMs(caller));
        OpenStream stream = new OpenStream(caller.userId(), emitter, writers, this::forget);
        open.merge(caller.userId(), List.of(stream), (before, added) -> {
            if (before.size() >= PER_USER) {
                throw tooMany();
            }
            return Stream.concat(before.stream(), added.stream()).toList();
        });
        openCount.incrementAndGet();
        emitter.onCompletion(() -> forget(stream));
        emitter.onTimeout(emitter::complete);
        stream.greet(retryMs());
        return emitter;
    }

    /** Who has a stream open. */
    Set<UUID> users() {
        return Set.copyOf(open.keySet());
    }

    boolean isOpen(UUID user) {
        return open.containsKey(user);
    }

    /** How many users have a stream open. */
    int userCount() {
        return open.size();
    }

    /** Has the hint written to all streams of the user. Does not wait for any of them. */
    void hint(UUID user, Hint hint) {
        open.getOrDefault(user, List.of()).forEach(stream -> stream.hint(hint));
    }

    /**
     * Keeps proxies from closing quiet streams, and finds the ones whose browser has gone: each stream every fifteen
     * seconds, a few at a time, for ten thousand writes at once are felt by everyone else.
     */
    @Scheduled(fixedRate = HEARTBEAT_MS / HEARTBEAT_SHARES, timeUnit = TimeUnit.MILLISECONDS)
    void heartbeat() {
        int share = Math.floorMod(nextShare.getAndIncrement(), HEARTBEAT_SHARES);
        open.forEach((user, streams) -> {
            if (Math.floorMod(user.hashCode(), HEARTBEAT_SHARES) == share) {
                streams.forEach(OpenStream::heartbeat);
            }
        });
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.values()
                .forEach(streams -> streams.forEach(stream -> stream.emitter().complete()));
        writers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void forget(OpenStream gone) {
        open.computeIfPresent(gone.user(), (key, streams) -> {
            List<OpenStream> rest = streams.stream().filter(one -> one != gone).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    /** What is still to be written when the service stops is not. */
    private static ExecutorService writers() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("stream-writer-");
        threads.setDaemon(true);
        return new ThreadPoolExecutor(
                WRITERS,
                WRITERS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static long lifetimeMs(Caller caller) {
        Instant now = Instant.now();
        Instant latest = now.plus(LONGEST);
        Instant end = caller.tokenExpiresAt().isBefore(latest) ? caller.tokenExpiresAt() : latest;
        return Math.max(1, Duration.between(now, end).toMillis());
    }

    private static long retryMs() {
        return ThreadLocalRandom.current().nextLong(RETRY_AT_LEAST_MS, RETRY_AT_MOST_MS);
    }

    private static Refusal noRoom() {
        Refusal refusal = Refusal.unavailable(
                "no-room-for-streams",
                "This instance has no room for another stream; poll the unread count and try later.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
        return refusal;
    }

    private static Refusal tooMany() {
        Refusal refusal = new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "You have " + PER_USER + " streams open already; close one and try again.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "15");
        return refusal;
    }
}
