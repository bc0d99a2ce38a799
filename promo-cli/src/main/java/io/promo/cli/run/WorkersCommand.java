package io.promo.cli.run;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists processes. */
@Command(
        name = "workers",
        description = "List managers and workers: alive, or dead within the hour and replaced by no other.")
public final class WorkersCommand extends PromoCommand {

    private static final List<Column> COLUMNS = List.of(
            Column.text("PROCESS", "processId"),
            Column.text("ROLE", "role"),
            Column.of("ALIVE", process -> process.path("alive").asBoolean(false) ? "yes" : "no"),
            Column.text("HOST", "host"),
            Column.text("PID", "pid"),
            Column.count("PARTITIONS", "partitions"),
            Column.instant("STARTED", "startedAt"),
            Column.instant("HEARTBEAT", "heartbeatAt"));

    @Override
    protected void run() {
        output().table(
                        api().get(Service.DISPATCH, "/workers"),
                        COLUMNS,
                        "No process of batch-dispatch has lived within the hour.");
    }
}
