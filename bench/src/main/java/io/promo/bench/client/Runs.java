package io.promo.bench.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Follows runs to their end. */
public final class Runs {

    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "CANCELLED", "MISSED");
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(2);
    private static final Duration MOVES_WITHIN = Duration.ofMinutes(2);

    private final RestClient client;
    private final String dispatchUrl;

    /**
     * @param dispatchUrl base URL of the dispatch manager, without a slash at the end
     */
    public Runs(RestClient client, String dispatchUrl) {
        this.client = client;
        this.dispatchUrl = dispatchUrl;
    }

    /**
     * Waits until the event has a run of the given generation.
     *
     * @throws StackFailure when none appears in two minutes
     */
    public String awaitRun(UUID eventId, int generation) throws IOException, InterruptedException {
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
        throw new StackFailure("no run of event " + eventId + " appeared within " + APPEARS_WITHIN.toSeconds()
                + " s; see the log of the dispatch manager");
    }

    /**
     * Waits until the run is COMPLETED.
     *
     * @param watcher is shown the run four times a second and once it is COMPLETED
     * @throws StackFailure when it ends otherwise, or nothing moves for two minutes
     */
    public JsonNode awaitCompleted(String runId, Consumer<JsonNode> watcher) throws IOException, InterruptedException {
        long delivered = -1;
        Instant moved = Instant.now();
        while (true) {
            JsonNode run = client.get(dispatchUrl + "/runs/" + runId);
            String state = run.required("state").asString();
            long now = run.path("delivered").asLong(0);
            watcher.accept(run);
            if (state.equals("COMPLETED")) {
                return run;
            }
            if (now != delivered) {
                delivered = now;
                moved = Instant.now();
            }
            if (ENDED.contains(state) || moved.plus(MOVES_WITHIN).isBefore(Instant.now())) {
                throw new StackFailure("run " + runId + " is " + state + ": "
                        + run.path("reason").asString("no reason given"));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    /** Seconds from the run being requested to its end, by the database's clock. */
    public static double seconds(JsonNode run) {
        Instant requested = Instant.parse(run.required("requestedAt").asString());
        Instant ended = Instant.parse(run.required("endedAt").asString());
        return Math.max(0.001, Duration.between(requested, ended).toNanos() / 1e9);
    }
}
