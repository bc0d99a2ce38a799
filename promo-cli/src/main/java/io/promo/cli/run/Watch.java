package io.promo.cli.run;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Api;
import io.promo.cli.http.Service;
import io.promo.cli.http.UnreachableException;
import io.promo.cli.output.Json;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows runs to their end by asking once a second: unlike a stream, that survives a restart of the service. Only
 * looks; whoever stops watching leaves the run alone.
 */
final class Watch {

    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "MISSED", "CANCELLED");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Api api;
    private final ProgressDisplay display;
    private final Pause pause;
    private long silentSince;

    /** How to wait a second. */
    interface Pause {
        void second();
    }

    Watch(Api api, ProgressDisplay display, Pause pause) {
        this.api = api;
        this.display = display;
        this.pause = pause;
    }

    /**
     * The run as it ended, from how it was a moment ago.
     *
     * @throws CommandFailure when the service does not answer for ten minutes
     */
    JsonNode follow(JsonNode before) {
        String runId = Json.text(before, "runId", "");
        JsonNode run = before;
        while (!isOver(run)) {
            if (silentSince == 0) {
                display.progress(run);
            }
            pause.second();
            JsonNode next = ask(runId);
            run = next == null ? run : next;
        }
        display.line(RunText.name(run) + "  " + RunText.result(run));
        return run;
    }

    static boolean isOver(JsonNode run) {
        return ENDED.contains(Json.text(run, "state", ""));
    }

    static boolean isCompleted(JsonNode run) {
        return "COMPLETED".equals(Json.text(run, "state"));
    }

    /** The run now; null while the service is away. */
    private @Nullable JsonNode ask(String runId) {
        try {
            JsonNode run = api.get(Service.DISPATCH, "/runs/" + runId);
            if (silentSince != 0) {
                display.line("It answers again.");
                silentSince = 0;
            }
            return run;
        } catch (CommandFailure e) {
            if (!(e.getCause() instanceof UnreachableException) || isTooLong()) {
                throw e;
            }
            if (silentSince == 0) {
                silentSince = System.nanoTime();
                display.line(e.getMessage() + "; still watching. The run itself lives on in the workers.");
            }
            return null;
        }
    }

    private boolean isTooLong() {
        return silentSince != 0 && System.nanoTime() - silentSince > PATIENCE.toNanos();
    }
}
