package io.promo.cli.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lays out rows so that columns stand under their titles, two blanks apart; no line ends in a blank. */
public final class Table {

    private static final String GAP = "  ";

    private final boolean coloured;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> titles, List<Boolean> right, boolean coloured) {
        this.right = right;
        this.coloured = coloured;
        rows.add(titles);
    }

    /** Lines of a table of the entries, the titles first. */
    public static List<String> of(List<Column> columns, List<JsonNode> entries, boolean coloured) {
        Table table = new Table(
                columns.stream().map(Column::title).toList(),
                columns.stream().map(Column::right).toList(),
                coloured);
        for (JsonNode entry : entries) {
            table.rows.add(columns.stream()
                    .map(column -> cell(column.value().apply(entry)))
                    .toList());
        }
        return table.lines();
    }

    /** One line of text that cannot do anything to a terminal: line ends and control characters become blanks. */
    public static String plain(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\p{Cc}|\\p{Cf}", " ").strip();
    }

    private static String cell(@Nullable String text) {
        String plain = text == null ? "" : plain(text);
        return plain.isEmpty() ? "-" : plain;
    }

    private List<String> lines() {
        int[] widths = IntStream.range(0, right.size())
                .map(column -> Collections.max(
                        rows.stream().map(row -> width(row.get(column))).toList()))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String padding = " ".repeat(widths[column] - width(row.get(column)));
                String text = coloured ? Colour.of(row.get(column), row == rows.get(0)) : row.get(column);
                line.append(column == 0 ? "" : GAP).append(right.get(column) ? padding + text : text + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
