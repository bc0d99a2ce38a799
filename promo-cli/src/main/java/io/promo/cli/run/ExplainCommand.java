package io.promo.cli.run;

import io.promo.cli.command.AudienceRule;
import io.promo.cli.command.CustomerOption;
import io.promo.cli.command.EventChoice;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import io.promo.cli.output.Json;
import io.promo.cli.output.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says why a customer got what they got. */
@Command(name = "explain", description = "Say whether a customer got an event's messages, and why or why not.")
public final class ExplainCommand extends PromoCommand {

    private static final List<Column> COLUMNS =
            List.of(Column.text("DATE", "date"), Column.text("OUTCOME", "outcome"), Column.text("WHY", "detail"));

    @Mixin
    EventChoice event = new EventChoice();

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Option(names = "--date", paramLabel = "DATE", description = "Only this local date.")
    @Nullable
    LocalDate date;

    @Override
    protected void run() {
        UUID id = event.required();
        JsonNode dispatched = api().send(Request.get(Service.DISPATCH, "/explain")
                        .query("user", customer.idOrAddress())
                        .query("event", id)
                        .query("date", date))
                .body();
        String userId = Json.text(dispatched, "userId");
        Explanation explanation = new Explanation(Json.items(dispatched), delivered(userId, id));
        ObjectNode answer = Json.object().put("userId", userId).put("eventId", id.toString());
        answer.set("items", explanation.items(date == null ? null : date.toString()));
        if (!output().isJson()) {
            noteRule(id);
        }
        output().table(answer, COLUMNS, "Nothing of this event has been due yet; promo schedule says when it will be.");
    }

    /** Runs keep the rule they began with; the event's present one is what can be looked up. */
    private void noteRule(UUID event) {
        try {
            JsonNode found = api().get(Service.CALENDAR, "/events/" + event);
            output().note("\"" + Table.plain(Json.text(found, "title", "?")) + "\" is now for "
                    + AudienceRule.words(found.path("audience")) + ".");
        } catch (CommandFailure e) {
            output().warn("Whom the event is for cannot be said: " + e.getMessage());
        }
    }

    /** Of an address that no customer has the inbox cannot say anything. */
    private List<JsonNode> delivered(@Nullable String userId, UUID event) {
        return userId == null
                ? List.of()
                : Json.items(api().send(Request.get(Service.INBOX, "/admin/deliveries")
                                .query("user", userId)
                                .query("event", event))
                        .body());
    }
}
