package io.promo.cli.event;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Answer;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes an event. */
@Command(
        name = "edit",
        description = "Change an event; what is not given stays.",
        footer = "A published event is republished; runs under way finish with what they began with.")
public final class EditCommand extends PromoCommand {

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    DraftFile file = new DraftFile();

    @Mixin
    DraftOptions options = new DraftOptions();

    @Override
    protected void run() {
        JsonNode written = file.read(surroundings());
        Answer current = event.fetch(api());
        ObjectNode draft = DraftFile.writable(current.body());
        JsonNode before = draft.deepCopy();
        String seen = String.valueOf(current.etag());
        if (written != null) {
            draft.setAll(DraftFile.writable(written));
            // A file that was printed from the event is meant for the version it shows.
            String version = Json.text(written, "version");
            seen = version == null ? seen : "\"" + version + "\"";
        }
        options.apply(draft);
        if (draft.equals(before)) {
            throw CommandFailure.usage("There is nothing to change", "Say what: promo edit --help lists the fields.");
        }
        EventView.show(
                output(),
                api().send(Request.put(Service.CALENDAR, event.path(), draft).ifMatch(seen))
                        .body());
    }
}
