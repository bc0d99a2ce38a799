package io.promo.http.stream;

import io.promo.http.Refusal;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of server-sent events that are open on this instance, each about one topic. A stream's place lasts as long
 * as the request that opened it, which ends with the caller's token, after an hour, when the caller hangs up, or when the
 * service stops: then streams go first, or the graceful shutdown would wait for them. No method waits for a caller to
 * read.
 *
 * <p>A service makes one, as a bean, for the streams it offers.
 *
 * @param <T> what a stream can be about; fit to be a key of a map
 */
public final class LiveStreams<T> implements SmartLifecycle, ServletRequestListener {

    private static final String STREAM = LiveStreams.class.getName() + ".STREAM";

    /**
     * Who does not read blocks a writer only once the buffers between are full, which takes a thousand events, and then
     * until {@code server.tomcat.connection-timeout} ends the connection: the others go on. More than one caller may open.
     */
    private static final int WRITERS = 16;

    static final int HEARTBEAT_SHARES = 60;

    private static final int HEARTBEAT_MS = 15_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int RETRY_AT_LEAST_MS = 1_000;
    private static final int RETRY_AT_MOST_MS = 5_000;

    private final ThreadPoolExecutor writers = writers();
    private final Places<T> places;
    private int share;

    /**
     * @param most how many there may be in all: better to refuse one than to run out of memory and lose all
     * @param perCaller how many one caller may have: some devices, some tabs
     */
    public LiveStreams(long most, int perCaller) {
        this.places = new Places<>(most, perCaller);
    }

    /**
     * Opens a stream that ends with the caller's token, at the latest after an hour. It begins with a comment and with how
     * long to wait before coming back. A HEAD request is answered alike, without a stream.
     *
     * @param request one with a bearer token
     * @throws Refusal 429 when the caller has too many open, 503 when there is no room for another
     */
    public ResponseEntity<SseEmitter> open(HttpServletRequest request, T topic) {
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return answer(null);
        }
        JwtAuthenticationToken caller = caller(request);
        SseEmitter emitter = new SseEmitter(lifetimeMs(caller));
        emitter.onTimeout(emitter::complete);
        OpenStream<T> stream = new OpenStream<>(topic, caller.getName(), emitter, writers, places::giveBack);
        places.take(stream);
        request.setAttribute(STREAM, stream);
        stream.greet(ThreadLocalRandom.current().nextLong(RETRY_AT_LEAST_MS, RETRY_AT_MOST_MS));
        return answer(emitter);
    }

    /** Gives the place back of a request that is over, whatever ended it, be it before the stream was under way. */
    @Override
    public void requestDestroyed(ServletRequestEvent over) {
        if (over.getServletRequest().getAttribute(STREAM) instanceof OpenStream<?> stream) {
            stream.over();
        }
    }

    /** What there are streams about. */
    public Set<T> topics() {
        return places.topics();
    }

    /** How many {@link #topics} there are. */
    public int topicCount() {
        return places.topicCount();
    }

    /** Whether there is a stream about this. */
    public boolean isOpen(T topic) {
        return places.has(topic);
    }

    /** Has the event written to all streams of the topic; it replaces what is not written yet. */
    public void send(T topic, String event, Object data) {
        places.of(topic).forEach(stream -> stream.send(new Message(event, data, false)));
    }

    /** Has the event written to all streams of the topic, which are then closed. */
    public void end(T topic, String event, Object data) {
        places.of(topic).forEach(stream -> stream.send(new Message(event, data, true)));
    }

    /** As {@link #send}, but to the stream only that this request has opened, if it has opened one. */
    public void sendTo(HttpServletRequest opener, String event, Object data) {
        write(opener, new Message(event, data, false));
    }

    /** As {@link #end}, but for the stream only that this request has opened, if it has opened one. */
    public void endTo(HttpServletRequest opener, String event, Object data) {
        write(opener, new Message(event, data, true));
    }

    private static void write(HttpServletRequest opener, Message message) {
        if (opener.getAttribute(STREAM) instanceof OpenStream<?> stream) {
            stream.send(message);
        }
    }

    /**
     * Keeps proxies from closing quiet streams, and finds the ones whose caller has gone: each stream every fifteen
     * seconds, a few at a time, for ten thousand writes at once are felt by everyone else.
     */
    @Scheduled(fixedRate = HEARTBEAT_MS / HEARTBEAT_SHARES, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void heartbeat() {
        share = (share + 1) % HEARTBEAT_SHARES;
        for (OpenStream<T> stream : places.all()) {
            if (Math.floorMod(stream.hashCode(), HEARTBEAT_SHARES) == share) {
                stream.heartbeat();
            }
        }
    }

    @Override
    public void start() {
        places.open();
    }

    @Override
    public void stop() {
        places.close();
        places.all().forEach(stream -> stream.send(Message.END));
    }

    @Override
    public boolean isRunning() {
        return places.isOpen();
    }

    private static ResponseEntity<SseEmitter> answer(@Nullable SseEmitter emitter) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                // Reverse proxies would otherwise keep events until a buffer is full.
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static JwtAuthenticationToken caller(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            return token;
        }
        throw new IllegalStateException("no bearer token on a path that demands one");
    }

    private static long lifetimeMs(JwtAuthenticationToken caller) {
        Instant now = Instant.now();
        Instant latest = now.plus(LONGEST);
        Instant expiry = caller.getToken().getExpiresAt();
        Instant end = expiry != null && expiry.isBefore(latest) ? expiry : latest;
        return Math.max(1, Duration.between(now, end).toMillis());
    }

    /** Threads that are there while there is something to write. */
    private static ThreadPoolExecutor writers() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("stream-writer-");
        threads.setDaemon(true);
        ThreadPoolExecutor writers = new ThreadPoolExecutor(
                WRITERS, WRITERS, HEARTBEAT_MS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), threads);
        writers.allowCoreThreadTimeOut(true);
        return writers;
    }
}
