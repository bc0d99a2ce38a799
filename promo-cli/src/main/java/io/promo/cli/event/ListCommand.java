package io.promo.cli.event;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists events. */
@Command(name = "list", description = "List events.")
public final class ListCommand extends PromoCommand {

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATUS",
            description = "DRAFT, PUBLISHED, EXPIRED, CANCELLED.")
    List<Status> status = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Only events that end at or after this time.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only events that start at or before this time.")
    @Nullable
    String to;

    @Option(names = "--text", paramLabel = "TEXT", description = "Only events whose title contains this.")
    @Nullable
    String text;

    @Mixin
    PageOptions page = new PageOptions();

    /** The statuses of an event. */
    enum Status {
        DRAFT,
        PUBLISHED,
        EXPIRED,
        CANCELLED
    }

    @Override
    protected void run() {
        ZoneId zone = ZoneId.systemDefault();
        String statuses =
                status.isEmpty() ? null : status.stream().map(Enum::name).collect(Collectors.joining(","));
        output().table(
                        page.read(
                                api(),
                                () -> Request.get(Service.CALENDAR, "/events")
                                        .query("status", statuses)
                                        .query("from", from == null ? null : Times.instant("--from", from, zone))
                                        .query("to", to == null ? null : Times.instant("--to", to, zone))
                                        .query("q", text)),
                        EventView.ROW,
                        "There are no such events; promo create makes one.");
    }
}
