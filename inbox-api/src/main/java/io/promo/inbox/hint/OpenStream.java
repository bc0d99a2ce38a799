package io.promo.inbox.hint;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One browser's stream. Writing to it may block while the browser does not read, so others' threads write: at most one at
 * a time, and what that one has not come to yet is replaced by what is newer.
 */
final class OpenStream {

    private static final Object HEARTBEAT = new Object();

    private final UUID user;
    private final SseEmitter emitter;
    private final Executor writers;
    private final Consumer<OpenStream> broken;

    /** What is being written or is next; null while nothing is. */
    private final AtomicReference<@Nullable Object> next = new AtomicReference<>();

    /**
     * @param writers run one task of each stream at a time
     * @param broken is told when the browser has gone
     */
    OpenStream(UUID user, SseEmitter emitter, Executor writers, Consumer<OpenStream> broken) {
        this.user = user;
        this.emitter = emitter;
        this.writers = writers;
        this.broken = broken;
    }

    UUID user() {
        return user;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Answers the request. Before it is under way, what is sent is kept until it is. */
    void greet(long retryMs) {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(retryMs));
        } catch (IOException | IllegalStateException e) {
            broken.accept(this);
        }
    }

    /** Has the hint written soon, unless a newer one comes before. Does not wait. */
    void hint(Hint hint) {
        if (next.getAndSet(hint) == null) {
            writers.execute(this::write);
        }
    }

    /** Has a comment written soon, if nothing else is. Does not wait. */
    void heartbeat() {
        if (next.compareAndSet(null, HEARTBEAT)) {
            writers.execute(this::write);
        }
    }

    private void write() {
        try {
            Object written;
            do {
                written = next.get();
                emitter.send(event(written));
            } while (!next.compareAndSet(written, null));
        } catch (IOException | IllegalStateException e) {
            // The browser has gone, which is how streams normally end.
            broken.accept(this);
        }
    }

    private static SseEmitter.SseEventBuilder event(@Nullable Object written) {
        return written instanceof Hint hint
                ? SseEmitter.event().name("hint").data(hint, MediaType.APPLICATION_JSON)
                : SseEmitter.event().comment("heartbeat");
    }
}
