package io.promo.events.consumer;

import io.promo.events.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the memory of consumed events as long as a topic could deliver one again, and a day more. */
class ConsumedEventsCleanUp {

    static final Duration KEPT = Arrays.stream(Topic.values())
            .map(Topic::retention)
            .max(Duration::compareTo)
            .orElseThrow()
            .plusDays(1);

    private final ConsumedEvents events;

    ConsumedEventsCleanUp(ConsumedEvents events) {
        this.events = events;
    }

    @Scheduled(fixedDelay = 6, timeUnit = TimeUnit.HOURS, initialDelay = 1)
    void cleanUp() {
        events.forgetOlderThan(KEPT);
    }
}
