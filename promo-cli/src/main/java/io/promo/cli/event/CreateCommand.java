package io.promo.cli.event;

import io.promo.cli.command.OnceOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event. */
@Command(
        name = "create",
        description = "Make a new event, a draft.",
        footer = {
            "promo create --title 'Spring sale' --start 2026-05-01T09:00 --end 2026-05-07T18:00 --zone Europe/Berlin \\",
            "    --subject 'Hello {{name}}' --body '20%% off until {{endDate}}' --link https://shop.example/spring"
        })
public final class CreateCommand extends PromoCommand {

    @Mixin
    DraftFile file = new DraftFile();

    @Mixin
    DraftOptions options = new DraftOptions();

    @Mixin
    OnceOption once = new OnceOption();

    @Override
    protected void run() {
        JsonNode written = file.read(surroundings());
        ObjectNode draft = written == null ? Json.object() : DraftFile.writable(written);
        if (!draft.has("timeZone")) {
            draft.put("timeZone", ZoneId.systemDefault().getId());
        }
        options.apply(draft);
        EventView.show(
                output(),
                api().send(Request.post(Service.CALENDAR, "/events", draft)
                                .once(once.key())
                                .named(FieldFlags::named))
                        .body());
    }
}
