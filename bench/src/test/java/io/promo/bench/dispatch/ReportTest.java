package io.promo.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.dispatch.Report.Comparison;
import io.promo.bench.dispatch.Report.Figures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private final Comparison first = new Comparison(rate(1_000), rate(800), rate(2_000), rate(100));
    private final Comparison third = new Comparison(rate(600), rate(300), rate(600), rate(60));

    @Test
    void shouldCountTheMedianRound() {
        assertThat(Figures.of(1_000, List.of(4.0, 1.0, 2.0)))
                .isEqualTo(new Figures(500, 2.0, 1_000, List.of(250L, 1_000L, 500L)));
        assertThat(Figures.of(1_000, List.of(4.0, 1.0)).seconds())
                .as("the slower one of the middle")
                .isEqualTo(4.0);
    }

    @Test
    void shouldBeOneObjectWithTheFirstEventsFiguresOnTop() {
        JsonNode json = JsonMapper.shared()
                .readTree(JsonMapper.shared().writeValueAsString(new Report(5, Map.of("fsync", "on"), first, third)));

        assertThat(json.propertyNames())
                .containsExactly("customers", "settings", "promo", "pipe", "raw", "usual", "ratios", "thirdEvent");
        assertThat(json.at("/promo/rowsPerSecond").asLong()).isEqualTo(1_000);
        assertThat(json.at("/ratios/vsPipe").asDouble()).isEqualTo(1.25);
        assertThat(json.at("/ratios/vsRaw").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/ratios/vsUsual").asDouble()).isEqualTo(10);
        assertThat(json.at("/thirdEvent/ratios/vsPipe").asDouble()).isEqualTo(2);
    }

    @Test
    void shouldShowBothEventsToPeople() {
        assertThat(Table.of(new Report(5, Map.of("fsync", "on"), first, third)))
                .contains(
                        "5 customers; {fsync=on}",
                        "first event: vs pipe 1.25, vs raw 0.50, vs usual 10.0",
                        "third event: vs pipe 2.00");
    }

    private static Figures rate(long rowsPerSecond) {
        return new Figures(rowsPerSecond, 1, rowsPerSecond, List.of(rowsPerSecond));
    }
}
