package io.promo.cli.repair;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists dead letters. */
@Command(name = "list", description = "List dead letters with topic, offset and cause.")
final class DlqListCommand extends PromoCommand {

    private static final List<Column> COLUMNS = List.of(
            Column.text("ID", "id"),
            Column.instant("RECEIVED", "receivedAt"),
            Column.text("TOPIC", "topic"),
            Column.text("PARTITION", "partition"),
            Column.text("OFFSET", "offset"),
            Column.text("KEY", "key"),
            Column.instant("REPLAYED", "replayedAt"),
            Column.text("CAUSE", "cause"));

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        output().table(
                        page.read(api(), () -> Request.get(Service.DISPATCH, "/dead-letters")),
                        COLUMNS,
                        "There are no dead letters.");
    }
}
