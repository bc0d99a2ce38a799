package io.promo.cli.event;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what was done to an event. */
@Command(name = "history", description = "Show who did what to an event, and when, newest first.")
public final class HistoryCommand extends PromoCommand {

    private static final List<Column> COLUMNS = List.of(
            Column.instant("AT", "at"),
            Column.text("WHO", "actor"),
            Column.text("DID", "action"),
            Column.text("FROM", "fromStatus"),
            Column.text("TO", "toStatus"),
            Column.text("VERSION", "version"),
            Column.of("CHANGED", step -> String.join(", ", step.path("changes").propertyNames())));

    @Mixin
    EventArgument event = new EventArgument();

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        var answer = page.read(api(), () -> Request.get(Service.CALENDAR, event.path("history")));
        output().table(answer, COLUMNS, "Nothing is known of " + event.id + ".");
    }
}
