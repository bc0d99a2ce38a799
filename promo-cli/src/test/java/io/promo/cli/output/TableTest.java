package io.promo.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TableTest {

    private static final List<Column> COLUMNS =
            List.of(Column.text("NAME", "name"), Column.count("COUNT", "count"), Column.text("STATE", "state"));

    @Test
    void shouldLayOutColumns() {
        List<JsonNode> rows = List.of(entry("Spring sale", 1234567, "COMPLETED"), entry("x", 1, null));

        assertThat(Table.of(COLUMNS, rows, false))
                .containsExactly(
                        "NAME             COUNT  STATE",
                        "Spring sale  1,234,567  COMPLETED",
                        "x                    1  -");
    }

    @Test
    void shouldColourWithoutMovingColumns() {
        List<JsonNode> rows = List.of(entry("Spring sale", 1, "FAILED"));
        List<String> coloured = Table.of(COLUMNS, rows, true);

        assertThat(coloured.get(1)).contains("\u001b[31mFAILED\u001b[0m");
        assertThat(coloured.stream()
                        .map(line -> line.replaceAll("\u001b\\[\\d+m", "").stripTrailing()))
                .isEqualTo(Table.of(COLUMNS, rows, false));
    }

    @Property(tries = 200)
    void shouldKeepEveryColumnUnderItsTitle(@ForAll("rows") List<JsonNode> rows) {
        List<String> lines = Table.of(COLUMNS, rows, false);
        int[] header = lines.get(0).codePoints().toArray();
        int state = new String(header, 0, header.length).indexOf("STATE");

        assertThat(lines).hasSize(rows.size() + 1).allSatisfy(line -> {
            assertThat(line).doesNotEndWith(" ").doesNotContainPattern("\\p{Cc}");
            int[] points = line.codePoints().toArray();
            assertThat(points.length).isGreaterThan(state);
            assertThat(points[state - 1]).isEqualTo(' ');
            assertThat(points[state]).isNotEqualTo(' ');
        });
    }

    @Property(tries = 200)
    void shouldNeverLetTextSteerATerminal(@ForAll String text) {
        assertThat(Table.plain(text).codePoints()).allMatch(point -> {
            int type = Character.getType(point);
            return type != Character.CONTROL && type != Character.FORMAT;
        });
    }

    @Provide
    Arbitrary<List<JsonNode>> rows() {
        Arbitrary<JsonNode> row = net.jqwik.api.Combinators.combine(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.longs().between(0, 10_000_000_000L),
                        Arbitraries.of("DUE", "COMPLETED", null))
                .as(TableTest::entry);
        return row.list().ofMaxSize(8);
    }

    private static JsonNode entry(String name, long count, String state) {
        return Json.object().put("name", name).put("count", count).put("state", state);
    }
}
