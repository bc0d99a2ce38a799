package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
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
        return follow(run(runId));
    }

    private JsonNode follow(JsonNode before) {
        ProgressDisplay display = ProgressDisplay.of(output(), surroundings());
        try (var goesOn = new GoesOn(display, output(), Json.text(before, "runId", "RUN"))) {
            return ended(new Watch(api(), display, () -> pause(Duration.ofSeconds(1))).follow(before));
        }
    }

    private JsonNode ended(JsonNode run) {
        if (!Watch.isCompleted(run)) {
            exitWith(ExitCode.FAILED);
        }
        return run;
    }

    private JsonNode run(String runId) {
        return api().get(Service.DISPATCH, "/runs/" + runId);
    }

    /** Shows what was asked for, and waits for it if wanted; an item then carries its {@code run}. */
    final void show(JsonNode answer, boolean wait, boolean dryRun) {
        if (wait) {
            await(answer);
            return;
        }
        output().table(answer, REQUESTED, "Nothing is due.");
        if (dryRun) {
            output().note("Nothing was changed.");
            return;
        }
        List<JsonNode> items = Json.items(answer);
        if (items.size() == 1 && existed(items.get(0))) {
            JsonNode run = run(Json.text(items.get(0), "runId", ""));
            output().note(
                            Watch.isOver(run)
                                    ? RunText.endedBefore(run)
                                    : "Its run is " + Json.text(run, "state", "?") + " already. Nothing was started.");
        }
    }

    private void await(JsonNode answer) {
        List<JsonNode> items = Json.items(answer);
        if (items.isEmpty()) {
            output().note("Nothing is due.");
        }
        items.stream()
                .filter(item -> runToFollow(item) != null)
                .forEach(item -> output().note(Json.text(item, "date") + "  " + Json.text(item, "action") + "  run "
                        + Json.text(item, "runId")));
        for (JsonNode item : items) {
            String runId = runToFollow(item);
            if (runId != null && item instanceof ObjectNode object) {
                object.set("run", awaited(item, run(runId)));
            }
        }
        if (output().isJson()) {
            output().show(answer, "");
        }
    }

    /** A run that had ended before was not started by this command, and should not look so. */
    private JsonNode awaited(JsonNode item, JsonNode run) {
        if (existed(item) && Watch.isOver(run)) {
            output().note(RunText.endedBefore(run));
            return ended(run);
        }
        return follow(run);
    }

    private static boolean existed(JsonNode item) {
        return Json.text(item, "action", "").equals("EXISTS");
    }

    private static @Nullable String runToFollow(JsonNode item) {
        return UNDER_WAY.contains(Json.text(item, "action", "")) ? Json.text(item, "runId") : null;
    }
}
