package io.promo.cli.inbox;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Shows the badge. */
@Command(name = "count", description = "Show the badge: live unread messages, 99+ beyond that.")
final class CountCommand extends PromoCommand {

    @Override
    protected void run() {
        JsonNode count = api().get(Service.INBOX, "/messages/unread-count");
        output().show(count, count.path("hasMore").asBoolean(false) ? "99+" : Json.text(count, "count", "0"));
    }
}
