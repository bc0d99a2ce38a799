package io.promo.cli.run;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import io.promo.cli.output.Figures;
import io.promo.cli.output.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what dispatch knows. */
@Command(name = "schedule", description = "List the events dispatch knows of, and when each is due next.")
public final class ScheduleCommand extends PromoCommand {

    private static final List<Column> COLUMNS = List.of(
            Column.text("EVENT", "eventId"),
            Column.text("STATUS", "status"),
            Column.text("VERSION", "version"),
            Column.text("NEXT DATE", "nextDate"),
            Column.instant("DUE", "nextDueAt"),
            Column.of(
                    "ENDS",
                    event -> Figures.local(Json.text(event, "endDatetime"), Json.text(event, "timeZone", "UTC"))),
            Column.text("ZONE", "timeZone"),
            Column.text("TITLE", "title"));

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        output().table(
                        page.read(api(), () -> Request.get(Service.DISPATCH, "/schedule")),
                        COLUMNS,
                        "Dispatch knows of no event; promo publish tells it of one.");
    }
}
