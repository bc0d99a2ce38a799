package io.promo.cli.inbox;

import io.promo.cli.command.PageOptions;
import io.promo.cli.http.Api;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import io.promo.cli.output.Json;
import io.promo.cli.output.Output;
import io.promo.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Messages as people see them. */
final class MessageView {

    private static final Column SUBJECT = Column.text("SUBJECT", "subject");

    private static final List<Column> ROW = List.of(
            Column.text("MESSAGE", "messageId"),
            Column.text("DATE", "dispatchDate"),
            Column.text("STATE", "state"),
            Column.of("READ", message -> message.path("read").asBoolean(false) ? "yes" : "no"),
            SUBJECT);

    private static final List<Column> RECORD = List.of(
            Column.text("MESSAGE", "messageId"),
            Column.text("EVENT", "eventId"),
            Column.text("DATE", "dispatchDate"),
            Column.instant("DELIVERED", "createdAt"),
            Column.text("STATE", "state"),
            Column.of("READ", message -> message.path("read").asBoolean(false) ? "yes" : "no"),
            Column.instant("FIRST READ", "readAt"),
            Column.text("LINK", "link"),
            SUBJECT);

    private MessageView() {}

    static void list(Output output, PageOptions page, Api api, boolean unread) {
        output.table(
                page.read(
                        api, () -> Request.get(Service.INBOX, "/messages").query("status", unread ? "unread" : "all")),
                ROW,
                unread ? "Nothing is unread." : "The inbox is empty.");
    }

    static void show(Output output, JsonNode message) {
        List<String> lines = new ArrayList<>(output.lines(message, RECORD));
        lines.add("");
        Json.text(message, "body", "").lines().map(Table::plain).forEach(lines::add);
        output.show(message, lines);
    }
}
