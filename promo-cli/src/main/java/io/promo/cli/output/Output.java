package io.promo.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Where a command's answer goes. With JSON asked for, standard output is exactly one JSON document and everything said
 * to people goes to standard error.
 */
public final class Output {

    private final boolean json;
    private final boolean coloured;
    private final PrintStream out;
    private final PrintStream err;

    /** @param coloured whether tables may be coloured */
    public Output(boolean json, boolean coloured, PrintStream out, PrintStream err) {
        this.json = json;
        this.coloured = coloured;
        this.out = out;
        this.err = err;
    }

    /** Whether the answer is wanted as JSON. */
    public boolean isJson() {
        return json;
    }

    /** Where people look: standard output, or standard error when JSON is wanted. */
    public PrintStream people() {
        return json ? err : out;
    }

    /** The answer as JSON, or as these lines for people. */
    public void show(JsonNode answer, List<String> lines) {
        if (json) {
            out.println(Json.pretty(answer));
        } else {
            lines.forEach(out::println);
        }
    }

    /** The answer as JSON, or as one line for people. */
    public void show(JsonNode answer, String line) {
        show(answer, List.of(line));
    }

    /**
     * The answer as JSON, or its {@code items} as a table.
     *
     * @param none the line to show when there are none
     */
    public void table(JsonNode answer, List<Column> columns, String none) {
        List<JsonNode> items = Json.items(answer);
        if (json || items.isEmpty()) {
            show(answer, none);
            return;
        }
        List<String> lines = new ArrayList<>(Table.of(columns, items, coloured));
        if (answer.path("hasMore").asBoolean(false)) {
            lines.add("There are more: --limit N shows N of them.");
        }
        show(answer, lines);
    }

    /** The answer as JSON, or one line per column: title and value. */
    public void record(JsonNode answer, List<Column> columns) {
        show(answer, lines(answer, columns));
    }

    /** The answer as JSON, or one line per field. */
    public void fields(JsonNode answer) {
        record(
                answer,
                answer.propertyNames().stream()
                        .map(name -> Column.text(name, name))
                        .toList());
    }

    /** One line per column: title and value, for {@link #show}. */
    public List<String> lines(JsonNode entry, List<Column> columns) {
        List<JsonNode> rows = columns.stream()
                .map(column -> {
                    String value = column.value().apply(entry);
                    return (JsonNode) Json.object().put("title", column.title()).put("value", value);
                })
                .toList();
        List<String> lines = Table.of(List.of(Column.text("", "title"), Column.text("", "value")), rows, coloured);
        return lines.subList(1, lines.size());
    }

    /** A line for people, whatever the format: beside the answer, never in it. */
    public void note(String line) {
        people().println(line);
    }

    /** A warning on standard error. */
    public void warn(String line) {
        err.println(line);
    }
}
