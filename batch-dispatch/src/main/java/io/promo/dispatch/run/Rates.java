package io.promo.dispatch.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Present rates of runs, from how much was delivered whenever somebody looked in the last seconds. */
@Component
class Rates {

    static final long WINDOW_SECONDS = 5;

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
    private static final int REMEMBERED = 100;

    private record Sample(long at, long delivered) {}

    private final Map<UUID, Deque<Sample>> samples = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Deque<Sample>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Rows per second since the oldest look of the last five seconds; 0 on the first look. */
    synchronized long now(UUID runId, long delivered) {
        long at = System.nanoTime();
        Deque<Sample> seen = samples.computeIfAbsent(runId, id -> new ArrayDeque<>());
        while (seen.size() > 1 && at - seen.getFirst().at() > WINDOW_NANOS) {
            seen.removeFirst();
        }
        seen.addLast(new Sample(at, delivered));
        Sample first = seen.getFirst();
        double seconds = (at - first.at()) / 1e9;
        return seconds < 0.1 ? 0 : Math.round((delivered - first.delivered()) / seconds);
    }
}
