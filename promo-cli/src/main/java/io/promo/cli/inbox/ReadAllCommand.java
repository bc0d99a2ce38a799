package io.promo.cli.inbox;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Marks messages read. */
@Command(name = "read-all", description = "Mark read what is in the inbox now.")
final class ReadAllCommand extends PromoCommand {

    @Override
    protected void run() {
        JsonNode upTo = api().send(Request.get(Service.INBOX, "/messages").query("limit", 1))
                .body()
                .path("upTo");
        JsonNode answer = !upTo.isString()
                ? Json.object().put("updated", 0)
                : api().send(Request.post(
                                Service.INBOX,
                                "/messages/read-all",
                                Json.object().put("upTo", upTo.asString())))
                        .body();
        output().show(answer, "Marked " + Json.text(answer, "updated", "0") + " messages read.");
    }
}
