package io.promo.cli.run;

import io.promo.cli.http.Api;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import io.promo.cli.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks for another course of a run, and says first in a sentence what comes of it, then how the run stands. */
final class ChangedRun {

    private final Api api;
    private final Output output;
    private final UUID id;

    ChangedRun(Api api, Output output, UUID id) {
        this.api = api;
        this.output = output;
        this.id = id;
    }

    void pause() {
        String goOn = "; promo resume " + id + " lets it go on.";
        halt("pause", "PAUSED", "Paused" + goOn, "Pausing: workers stop at their next chunk" + goOn);
    }

    void stop() {
        String goOn = "; promo restart " + id + " lets it go on.";
        halt("stop", "STOPPED", "Stopped" + goOn, "Stopping: workers end at their next chunk" + goOn);
    }

    void resume(ObjectNode body) {
        show("Resumed: it goes on with what is unfinished.", post("resume", body));
    }

    void restart(ObjectNode body) {
        show("Restarted: it goes on with what is unfinished.", post("restart", body));
    }

    /** The service takes such a request again and again, so only how the run stood before tells whether anything is new. */
    private void halt(String verb, String wanted, String done, String begun) {
        JsonNode before = api.get(Service.DISPATCH, path());
        JsonNode after =
                api.send(Request.post(Service.DISPATCH, path() + "/" + verb)).body();
        boolean isSo = wanted.equals(Json.text(after, "state"));
        if (wanted.equals(Json.text(before, "state"))) {
            show("It is " + wanted + " already; nothing was changed.", after);
        } else if (wanted.equals(Json.text(before, "desired"))) {
            show("It is being " + wanted + " already; nothing was changed.", after);
        } else {
            show(isSo ? done : begun, after);
        }
    }

    private JsonNode post(String verb, ObjectNode body) {
        return api.send(Request.post(Service.DISPATCH, path() + "/" + verb, body))
                .body();
    }

    private String path() {
        return "/runs/" + id;
    }

    private void show(String sentence, JsonNode run) {
        List<String> lines = new ArrayList<>(List.of(sentence));
        lines.addAll(output.lines(run, RunText.RECORD));
        output.show(run, lines);
    }
}
