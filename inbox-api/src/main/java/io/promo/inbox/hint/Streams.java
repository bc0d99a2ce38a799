package io.promo.inbox.hint;

import io.promo.http.Refusal;
import io.promo.inbox.http.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
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

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int RETRY_AT_LEAST_MS = 1_000;
    private static final int RETRY_AT_MOST_MS = 5_000;

    private final Map<UUID, List<SseEmitter>> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    /**
     * Opens a stream that ends with the caller's token, at the latest after an hour.
     *
     * @throws Refusal 429 when the caller has {@link #PER_USER} open
     */
    SseEmitter open(Caller caller) {
        UUID user = caller.userId();
        SseEmitter stream = new SseEmitter(lifetimeMs(caller));
        open.merge(user, List.of(stream), (before, added) -> {
            if (before.size() >= PER_USER) {
                throw tooMany();
            }
            return Stream.concat(before.stream(), added.stream()).toList();
        });
        stream.onCompletion(() -> forget(user, stream));
        stream.onTimeout(stream::complete);
        send(user, stream, SseEmitter.event().comment("open").reconnectTime(retryMs()));
        return stream;
    }

    /** Tells every open stream that its inbox may have changed. Carries no data: the client asks for what it shows. */
    void hint() {
        // An event without any data line would be dropped by the browser; an empty one arrives.
        sendAll(() -> SseEmitter.event().name("hint").data(""));
    }

    /** Keeps proxies from closing quiet streams, and finds the ones whose browser has gone. */
    @Scheduled(fixedRate = 15, timeUnit = TimeUnit.SECONDS)
    void heartbeat() {
        sendAll(() -> SseEmitter.event().comment("heartbeat"));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.values().forEach(streams -> streams.forEach(SseEmitter::complete));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sendAll(Supplier<SseEmitter.SseEventBuilder> event) {
        open.forEach((user, streams) -> streams.forEach(stream -> send(user, stream, event.get())));
    }

    private void send(UUID user, SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException e) {
            // The browser has gone, which is how streams normally end.
            forget(user, stream);
        }
    }

    private void forget(UUID user, SseEmitter stream) {
        open.computeIfPresent(user, (key, streams) -> {
            List<SseEmitter> rest =
                    streams.stream().filter(one -> one != stream).toList();
            return rest.isEmpty() ? null : rest;
        });
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

    private static Refusal tooMany() {
        Refusal refusal = new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "You have " + PER_USER + " streams open already; close one and try again.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "15");
        return refusal;
    }
}
