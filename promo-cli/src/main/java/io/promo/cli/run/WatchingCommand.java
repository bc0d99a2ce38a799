package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Request;
import io.promo.cli.output.Column;
import io.promo.cli.output.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A command that can wait for runs to end. */
abstract class WatchingCommand extends PromoCommand {

    private static final List<Column> REQUESTED = List.of(
            Column.text("DATE", "date"),
            Column.text("ACTION", "action"),
            new Column("GEN", true, item -> Json.text(item, "generation")),
            Column.text("RUN", "runId"),
            Column.text("EVENT", "eventId"),
            Column.count("ELIGIBLE", "eligible"),
            Column.text("REASON", "reason"));

    private static final Set<String> UNDER_WAY = Set.of("START", "RESTART", "REPLAY", "EXISTS");

    /** Dispatch's answer about an event, waited for while the event is on its way there; see {@link PublishedEvent}. */
    final JsonNode send(@Nullable UUID eventId, Supplier<Request> request) {
        return new PublishedEvent(api(), () -> pause(Duration.ofMillis(500))).send(eventId, request);
    }

    /** Follows the run and tells the shell how it ended. */
    final JsonNode follow(String runId) {
        JsonNode run = new Watch(
                        api(), ProgressDisplay.of(output(), surroundings()), () -> pause(Duration.ofSeconds(1)))
                .follow(runId);
        if (!Watch.isCompleted(run)) {
            exitWith(ExitCode.FAILED);
        }
        return run;
    }

    /** Shows what was asked for, and waits for it if wanted; an item then carries its {@code run}. */
    final void show(JsonNode answer, boolean wait, boolean dryRun) {
        if (!wait) {
            output().table(answer, REQUESTED, "Nothing is due.");
            if (dryRun) {
                output().note("Nothing was changed.");
            }
            return;
        }
        if (Json.items(answer).isEmpty()) {
            output().note("Nothing is due.");
        }
        for (JsonNode item : Json.items(answer)) {
            String runId = runToFollow(item);
            if (runId != null && item instanceof ObjectNode object) {
                object.set("run", follow(runId));
            }
        }
        if (output().isJson()) {
            output().show(answer, "");
        }
    }

    private static @Nullable String runToFollow(JsonNode item) {
        return UNDER_WAY.contains(Json.text(item, "action", "")) ? Json.text(item, "runId") : null;
    }
}
