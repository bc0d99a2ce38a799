package io.promo.bench.events;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.Runs;
import io.promo.bench.client.SpringSale;
import io.promo.stack.Urls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Publishes events that are due at once, each when the run of the one before has ended, and sees by the run when the
 * dispatch took it up. In between lie calendar-api's outbox and relay, Kafka, the schedule and the trigger. When it
 * was asked for is told by this process's clock and the start by the database's: on one machine they are the same.
 */
final class PublishToRunStarted {

    /** So few customers that no run keeps the machine from the next. */
    private static final Map<String, Object> AUDIENCE =
            Map.of("segments", List.of("vip"), "countries", List.of(), "locales", List.of());

    private static final int WARM_UP = 5;

    private final Urls urls;
    private final RestClient admin;
    private final Runs runs;

    PublishToRunStarted(Urls urls, RestClient admin) {
        this.urls = urls;
        this.admin = admin;
        this.runs = new Runs(admin, urls.dispatch());
    }

    Latencies measure(int events) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            publish();
        }
        List<Long> nanos = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            nanos.add(publish().toNanos());
        }
        return Latencies.of(nanos);
    }

    private Duration publish() throws IOException, InterruptedException {
        Map<String, Object> event =
                new HashMap<>(SpringSale.runningAt(Instant.now()).body());
        event.put("audience", AUDIENCE);
        String eventId = admin.post(urls.calendar() + "/events", event)
                .required("eventId")
                .asString();
        Instant asked = Instant.now();
        admin.post(urls.calendar() + "/events/" + eventId + "/publish");
        JsonNode run = runs.awaitCompleted(runs.awaitRun(UUID.fromString(eventId), 0), it -> {});
        return Duration.between(asked, Instant.parse(run.required("startedAt").asString()));
    }
}
