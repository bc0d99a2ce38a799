package io.promo.cli.repair;

import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Pages;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import io.promo.cli.output.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists outboxes. */
@Command(name = "list", description = "List what waits in the outboxes, and what has FAILED.")
final class OutboxListCommand extends PromoCommand {

    private static final int MOST_OF_A_SERVICE = 1_000;

    private static final List<Column> COLUMNS = List.of(
            Column.text("ID", "id"),
            Column.text("SERVICE", "service"),
            Column.text("STATUS", "status"),
            Column.text("TYPE", "type"),
            Column.text("OF", "aggregateId"),
            Column.count("ATTEMPTS", "attempts"),
            Column.instant("CREATED", "createdAt"),
            Column.text("LAST ERROR", "lastError"));

    /** The statuses of a record. */
    enum Status {
        PENDING,
        FAILED
    }

    @Option(names = "--status", paramLabel = "STATUS", description = "Only PENDING or only FAILED.")
    @Nullable
    Status status;

    @Mixin
    ServiceOption from = new ServiceOption();

    @Override
    protected void run() {
        ObjectNode all = Json.object();
        var items = all.putArray("items");
        for (Service service : from.services()) {
            JsonNode answer = Pages.read(
                    api(), () -> Request.get(service, "/outbox").query("status", status), null, MOST_OF_A_SERVICE);
            for (JsonNode item : Json.items(answer)) {
                ObjectNode named = Json.object().put("service", service.title());
                item.forEachEntry(named::set);
                items.add(named);
            }
        }
        output().table(all, COLUMNS, "Nothing waits.");
    }
}
