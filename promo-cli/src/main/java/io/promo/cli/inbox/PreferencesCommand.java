package io.promo.cli.inbox;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows or changes whether promotions are wanted. */
@Command(name = "preferences", description = "Show whether you want promotions, or change it.")
final class PreferencesCommand extends PromoCommand {

    @ArgGroup
    @Nullable
    Choice choice;

    /** One or the other. */
    static final class Choice {

        @Option(names = "--unsubscribe", description = "No promotions, from the next dispatch on.")
        boolean unsubscribe;

        @Option(names = "--subscribe", description = "Promotions again, from the next dispatch on.")
        boolean subscribe;
    }

    @Override
    protected void run() {
        JsonNode answer = choice == null
                ? api().get(Service.INBOX, "/preferences")
                : api().send(Request.put(
                                Service.INBOX, "/preferences", Json.object().put("unsubscribed", choice.unsubscribe)))
                        .body();
        output().show(
                        answer,
                        answer.path("unsubscribed").asBoolean(false)
                                ? "Unsubscribed: no promotions."
                                : "Subscribed: promotions are welcome.");
    }
}
