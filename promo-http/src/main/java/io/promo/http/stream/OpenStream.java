package io.promo.http.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One stream. Writing to it may block while the other side does not read, so others' threads write: at most one at a
 * time, and what that one has not come to yet is replaced by what is newer.
 */
final class OpenStream<T> {

    private final T topic;
    private final String caller;
    private final SseEmitter emitter;
    private final Executor writers;
    private final Consumer<OpenStream<T>> over;

    /** What is being written or is next; null while nothing is. The last message stays for good. */
    private final AtomicReference<@Nullable Message> next = new AtomicReference<>();

    /**
     * @param writers run one task of each stream at a time
     * @param over is told, perhaps more than once, when nothing more will be written
     */
    OpenStream(T topic, String caller, SseEmitter emitter, Executor writers, Consumer<OpenStream<T>> over) {
        this.topic = topic;
        this.caller = caller;
        this.emitter = emitter;
        this.writers = writers;
        this.over = over;
    }

    T topic() {
        return topic;
    }

    String caller() {
        return caller;
    }

    /** Answers the request. Before it is under way, what is sent is kept until it is. */
    void greet(long retryMs) {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(retryMs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the message written soon, unless a newer one comes before; nothing comes after the last. Does not wait. */
    void send(Message message) {
        Message before = next.getAndUpdate(waiting -> waiting != null && waiting.last() ? waiting : message);
        if (before == null) {
            writers.execute(this::write);
        }
    }

    /** Has a comment written soon, if nothing else is. Does not wait. */
    void heartbeat() {
        if (next.compareAndSet(null, Message.HEARTBEAT)) {
            writers.execute(this::write);
        }
    }

    /** Gives the stream's place back. */
    void over() {
        over.accept(this);
    }

    private void write() {
        try {
            Message written;
            do {
                written = Objects.requireNonNull(next.get());
                written.writeTo(emitter);
            } while (!written.last() && !next.compareAndSet(written, null));
            if (written.last()) {
                over();
            }
        } catch (IOException e) {
            // The other side has gone, which is how streams normally end; the container ends the request.
            over();
        } catch (IllegalStateException e) {
            // It is complete already, or what was to be written cannot be.
            emitter.complete();
            over();
        }
    }
}
