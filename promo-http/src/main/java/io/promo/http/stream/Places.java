package io.promo.http.stream;

import io.promo.http.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The open streams. The caps are checked against what is held here and not against a count kept beside it, and under the
 * same lock, so that of two who want the last place one gets it.
 */
final class Places<T> {

    private final long most;
    private final int perCaller;
    private final Set<OpenStream<T>> all = new HashSet<>();
    private final Map<T, Set<OpenStream<T>>> byTopic = new HashMap<>();
    private final Map<String, Set<OpenStream<T>>> byCaller = new HashMap<>();
    private boolean closed;

    Places(long most, int perCaller) {
        this.most = most;
        this.perCaller = perCaller;
    }

    /** @throws Refusal 503 when there is no place in all, 429 when the caller has too many */
    synchronized void take(OpenStream<T> stream) {
        if (closed) {
            throw unavailable("stopping", "This instance is stopping; connect again in a moment.", "5");
        }
        if (all.size() >= most) {
            throw unavailable(
                    "no-room-for-streams", "This instance has no room for another stream; poll, or try later.", "60");
        }
        if (byCaller.getOrDefault(stream.caller(), Set.of()).size() >= perCaller) {
            throw tooMany();
        }
        all.add(stream);
        byTopic.computeIfAbsent(stream.topic(), key -> new HashSet<>()).add(stream);
        byCaller.computeIfAbsent(stream.caller(), key -> new HashSet<>()).add(stream);
    }

    /** However often it is called, for whatever is or is not held. */
    synchronized void giveBack(OpenStream<T> stream) {
        all.remove(stream);
        remove(byTopic, stream.topic(), stream);
        remove(byCaller, stream.caller(), stream);
    }

    synchronized List<OpenStream<T>> all() {
        return List.copyOf(all);
    }

    synchronized List<OpenStream<T>> of(T topic) {
        return List.copyOf(byTopic.getOrDefault(topic, Set.of()));
    }

    synchronized Set<T> topics() {
        return Set.copyOf(byTopic.keySet());
    }

    synchronized int topicCount() {
        return byTopic.size();
    }

    synchronized boolean has(T topic) {
        return byTopic.containsKey(topic);
    }

    /** Lets nobody in until it is opened again. */
    synchronized void close() {
        closed = true;
    }

    synchronized void open() {
        closed = false;
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    private static <K, V> void remove(Map<K, Set<V>> sets, K key, V value) {
        sets.computeIfPresent(key, (same, set) -> set.remove(value) && set.isEmpty() ? null : set);
    }

    private static Refusal unavailable(String slug, String detail, String retryAfterSeconds) {
        Refusal refusal = Refusal.unavailable(slug, detail);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        return refusal;
    }

    private Refusal tooMany() {
        Refusal refusal = new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "You have " + perCaller + " streams open already; close one and try again.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "15");
        return refusal;
    }
}
