package io.promo.bench.demo;

import io.promo.bench.client.RestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Follows runs to their end. */
final class Runs {

    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "CANCELLED", "MISSED");
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(2);
    private static final Duration MOVES_WITHIN = Duration.ofMinutes(2);

    private final RestClient client;
    private final String dispatchUrl;

    Runs(RestClient client, String dispatchUrl) {
        this.client = client;
        this.dispatchUrl = dispatchUrl;
    }

    /**
     * Waits until the event has a run of the given generation.
     *
     * @throws DemoFailure when none appears in two minutes
     */
    String awaitRun(UUID eventId, int generation) throws IOException, InterruptedException {
        Instant giveUp = Instant.now().plus(APPEARS_WITHIN);
        while (Instant.now().isBefore(giveUp)) {
            for (JsonNode run :
                    client.get(dispatchUrl + "/runs?eventId=" + eventId).path("items")) {
                if (run.path("generation").asInt() == generation) {
                    return run.required("runId").asString();
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        throw new DemoFailure("no run of event " + eventId + " appeared within " + APPEARS_WITHIN.toSeconds()
                + " s; see the log of the dispatch manager");
    }

    /**
     * Waits until the run is COMPLETED.
     *
     * @param expected rows expected, for the bar
     * @throws DemoFailure when it ends otherwise, or nothing moves for two minutes
     */
    JsonNode awaitCompleted(String runId, long expected, Progress progress) throws IOException, InterruptedException {
        long delivered = -1;
        Instant moved = Instant.now();
        while (true) {
            JsonNode run = client.get(dispatchUrl + "/runs/" + runId);
            String state = run.required("state").asString();
            long now = run.path("delivered").asLong(0);
            progress.show(now, expected, Math.round(run.path("rateAverage").asDouble(0)));
            if (state.equals("COMPLETED")) {
                progress.done();
                return run;
            }
            if (now != delivered) {
                delivered = now;
                moved = Instant.now();
            }
            if (ENDED.contains(state) || moved.plus(MOVES_WITHIN).isBefore(Instant.now())) {
                throw new DemoFailure("run " + runId + " is " + state + ": "
                        + run.path("reason").asString("no reason given"));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }
}
