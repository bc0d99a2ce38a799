package io.promo.cli.event;

import io.promo.cli.command.DryRunOption;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Answer;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--yes",
            description =
                    "Do it even if customers get two messages within 24 hours, or a date is sent at once or never.")
    boolean yes;

    @Mixin
    DryRunOption dryRun = new DryRunOption();

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
        if (!draft.equals(before)) {
            Request edit = Request.put(Service.CALENDAR, event.path(), draft)
                    .ifMatch(seen)
                    .named(FieldFlags::named);
            boolean texts = !draft.path("promotionPackage").equals(before.path("promotionPackage"));
            send(edit, texts);
        } else if (written == null && !options.isGiven()) {
            throw CommandFailure.usage("There is nothing to change", "Say what: promo edit --help lists the fields.");
        } else {
            output().note("It is so already; nothing was changed.");
            EventView.show(output(), current.body());
        }
    }

    private void send(Request edit, boolean texts) {
        if (dryRun.isGiven()) {
            JsonNode edited = api().send(edit.query("dryRun", true)).body();
            output().show(edited, EditedDates.rehearsed(edited, texts));
            return;
        }
        JsonNode edited = api().send(edit.query("confirm", yes ? true : null)
                        .confirmation(EditedDates::lines, "Add --yes if that is meant; --dry-run shows it again."))
                .body();
        EventView.show(output(), edited);
    }
}
