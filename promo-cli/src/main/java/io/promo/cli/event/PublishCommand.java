package io.promo.cli.event;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.OnceOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Publishes an event. */
@Command(name = "publish", description = "Publish a draft: it is sent on its dates from now on.")
public final class PublishCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    DryRunOption dryRun = new DryRunOption();

    @Mixin
    OnceOption once = new OnceOption();

    @Override
    protected void run() {
        if (dryRun.isGiven()) {
            new Rehearsal(api(), event.fetch(api()).body(), "publish", "DRAFT").publish(output());
            return;
        }
        JsonNode published = api().send(
                        Request.post(Service.CALENDAR, event.path("publish")).once(once.key()))
                .body();
        atOnce(published).forEach(date -> output().note(date + "."));
        EventView.show(output(), published);
    }

    private List<String> atOnce(JsonNode published) {
        try {
            return DatesToCome.of(api(), published).atOnce();
        } catch (CommandFailure e) {
            // It is published: a remark that cannot be made does not change that.
            output().warn("Whether a date is sent at once cannot be said: " + e.getMessage());
            return List.of();
        }
    }
}
