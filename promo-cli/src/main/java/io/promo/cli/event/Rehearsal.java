package io.promo.cli.event;

import io.promo.cli.command.AudienceRule;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.http.Api;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import io.promo.cli.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a step in an event's life would come to, from what the services know; changes nothing. */
final class Rehearsal {

    private static final Set<String> UNDER_WAY = Set.of("DUE", "RUNNING", "PAUSED");

    private final Api api;
    private final JsonNode event;
    private final ObjectNode result;

    /**
     * The step from the event's present status.
     *
     * @throws CommandFailure when the calendar would refuse it
     */
    Rehearsal(Api api, JsonNode event, String action, String from) {
        this.api = api;
        this.event = event;
        String status = Json.text(event, "status", "?");
        if (!status.equals(from)) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    action + " would be refused: the event is " + status + ", not " + from,
                    "promo copy EVENT makes a new draft of any event.");
        }
        this.result = Json.object()
                .put("dryRun", true)
                .put("action", action)
                .put("eventId", Json.text(event, "eventId"))
                .put("title", Json.text(event, "title"))
                .put("fromStatus", status);
    }

    void publish(Output output) {
        ask(Request.post(Service.CALENDAR, path() + "/publish"));
        DatesToCome toCome = DatesToCome.of(api, event);
        ArrayNode dates = toCome.dates();
        ObjectNode question = Json.object();
        question.set("audience", event.path("audience"));
        long eligible = Json.number(
                api.send(Request.post(Service.DISPATCH, "/audience/estimate", question))
                        .body(),
                "eligible");
        result.put("toStatus", "PUBLISHED")
                .put("eligible", eligible)
                .put("messages", eligible * dates.size())
                .set("dates", dates);
        List<String> lines = new ArrayList<>();
        lines.add("Would publish " + title() + ": " + counted(dates, "date") + " to come, for "
                + AudienceRule.words(event.path("audience")) + ".");
        toCome.atOnce().forEach(date -> lines.add(date + ", to " + Figures.count(eligible) + " customers."));
        lines.add("Now " + Figures.count(eligible) + " customers a date, " + Figures.count(eligible * dates.size())
                + " messages in all. Nothing was changed.");
        output.show(result, lines);
    }

    void cancel(Output output) {
        ask(Request.post(Service.CALENDAR, path() + "/cancel"));
        List<JsonNode> runs = Json.items(api.send(Request.get(Service.DISPATCH, "/runs")
                        .query("eventId", Json.text(event, "eventId"))
                        .query("limit", 100))
                .body());
        ArrayNode stopped = Json.array();
        runs.stream()
                .filter(run -> UNDER_WAY.contains(Json.text(run, "state", "")))
                .forEach(stopped::add);
        ArrayNode unsent = Json.array();
        DatesToCome.of(api, event)
                .dates()
                .valueStream()
                .filter(date -> runs.stream()
                        .noneMatch(run -> Json.text(date, "date", "").equals(Json.text(run, "dispatchDate"))))
                .forEach(unsent::add);
        result.put("toStatus", "CANCELLED").set("dates", unsent);
        result.set("runs", stopped);
        output.show(
                result,
                List.of(
                        "Would cancel " + title() + ": " + counted(stopped, "run") + " under way would stop for good, "
                                + counted(unsent, "date") + " to come would not be sent,",
                        "and delivered messages would be shown as cancelled. Nothing was changed."));
    }

    void delete(Output output) {
        ask(Request.delete(Service.CALENDAR, path()).ifMatch("*"));
        output.show(result.putNull("toStatus"), "Would delete the draft " + title() + ". Nothing was changed.");
    }

    /** Whether the calendar would do it, for this user, too; a failure when not. */
    private void ask(Request step) {
        api.send(step.query("dryRun", true));
    }

    private String path() {
        return "/events/" + Json.text(event, "eventId");
    }

    private static String counted(ArrayNode things, String name) {
        return things.size() + " " + name + (things.size() == 1 ? "" : "s");
    }

    private String title() {
        return "\"" + Json.text(event, "title", "?") + "\"";
    }
}
