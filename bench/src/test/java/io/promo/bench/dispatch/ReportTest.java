package io.promo.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.dispatch.Report.Figures;
import io.promo.bench.dispatch.Report.Rates;
import io.promo.bench.machine.MachineLoad;
import io.promo.bench.machine.Round;
import io.promo.bench.machine.Rounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private final Round<Rates> quiet = round(
            1,
            0.02,
            Map.of("promo", 1_000L, "pipe", 800L, "raw", 2_000L, "sql", 500L, "usual", 100L),
            Map.of("promo", 600L, "pipe", 300L, "raw", 600L, "sql", 400L, "usual", 60L));
    private final Round<Rates> disturbed = round(
            2,
            0.13,
            Map.of("promo", 1L, "pipe", 1L, "raw", 1L, "sql", 1L, "usual", 1L),
            Map.of("promo", 1L, "pipe", 1L, "raw", 1L, "sql", 1L, "usual", 1L));

    @Test
    void shouldCountTheMedianRound() {
        assertThat(Figures.of(1_000, List.of(250L, 1_000L, 500L)))
                .isEqualTo(new Figures(500, 2.0, 1_000, List.of(250L, 1_000L, 500L)));
        assertThat(Figures.of(1_000, List.of(250L, 1_000L)).seconds())
                .as("the slower one of the middle")
                .isEqualTo(4.0);
    }

    @Test
    void shouldBeOneObjectWithTheFirstEventsFiguresOnTop() {
        JsonNode json = json(report(1, quiet));

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "customers",
                        "settings",
                        "promo",
                        "pipe",
                        "raw",
                        "sql",
                        "usual",
                        "ratios",
                        "thirdEvent",
                        "roundsAsked",
                        "rounds");
        assertThat(json.at("/promo/rowsPerSecond").asLong()).isEqualTo(1_000);
        assertThat(json.at("/ratios/vsPipe").asDouble()).isEqualTo(1.25);
        assertThat(json.at("/ratios/vsRaw").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/ratios/vsSql").asDouble()).isEqualTo(2);
        assertThat(json.at("/ratios/vsUsual").asDouble()).isEqualTo(10);
        assertThat(json.at("/thirdEvent/ratios/vsPipe").asDouble()).isEqualTo(2);
        assertThat(json.at("/thirdEvent/ratios/vsSql").asDouble()).isEqualTo(1.5);
    }

    @Test
    void shouldPrintVoidRoundsAndLeaveThemOutOfTheMedians() {
        Report report = report(1, disturbed, quiet);
        JsonNode json = json(report);

        assertThat(json.at("/promo/rounds").toString()).isEqualTo("[1000]");
        assertThat(json.at("/rounds")).hasSize(2);
        assertThat(json.at("/rounds/0/void").asBoolean()).isTrue();
        assertThat(json.at("/rounds/0/othersCpu").asDouble()).isEqualTo(0.13);
        assertThat(json.at("/rounds/0/firstEvent/promo").asLong()).isEqualTo(1);
        assertThat(json.at("/rounds/1/void").asBoolean()).isFalse();
        assertThat(json.at("/rounds/1/thirdEvent/sql").asLong()).isEqualTo(400);
        assertThat(report.distrust()).isEmpty();
        assertThat(report.table()).contains("round 2 is void: others 13.0 %", "round 1 counts");
    }

    @Test
    void shouldHaveNoMediansWhenNoRoundCounts() {
        Report report = report(1, disturbed, disturbed);
        JsonNode json = json(report);

        assertThat(json.propertyNames()).doesNotContain("promo", "ratios", "thirdEvent");
        assertThat(json.at("/rounds")).hasSize(2);
        assertThat(report.table()).contains("is void").doesNotContain("first event");
        assertThat(report.distrust()).get().asString().contains("0 of 2 rounds count, and 1 were asked for");
    }

    @Test
    void shouldShowBothEventsToPeople() {
        assertThat(report(1, quiet).table())
                .contains(
                        "5 customers; {fsync=on}",
                        "first event: vs pipe 1.25, vs raw 0.50, vs sql 2.00, vs usual 10.0",
                        "third event: vs pipe 2.00");
    }

    @SafeVarargs
    private static Report report(int asked, Round<Rates>... rounds) {
        return Report.of(5, Map.of("fsync", "on"), 1_000, new Rounds<>(asked, List.of(rounds)));
    }

    private static Round<Rates> round(
            int number, double othersCpu, Map<String, Long> firstEvent, Map<String, Long> thirdEvent) {
        return new Round<>(number, new MachineLoad(othersCpu, 0.01, 2.3), new Rates(firstEvent, thirdEvent));
    }

    private static JsonNode json(Report report) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(report));
    }
}
