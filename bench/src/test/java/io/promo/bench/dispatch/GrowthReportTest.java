package io.promo.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.dispatch.Growth.Event;
import io.promo.bench.inbox.Reading;
import io.promo.bench.machine.MachineLoad;
import io.promo.bench.machine.Round;
import io.promo.bench.machine.Rounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GrowthReportTest {

    private static final MachineLoad QUIET = new MachineLoad(0.02, 0.01, 2.3);
    private static final MachineLoad BUSY = new MachineLoad(0.13, 0.01, 5.1);

    private final Growth growth = new Growth(List.of(
            new Event(300_000, 240, 40_000_000), new Event(250_000, 241, 80_000_000), new Event(200_000, 283, 0)));
    private final Reading reading = new Reading(20_000, 3, 5_700, 8_100);
    private final Reading of450 = new Reading(20_000, 450, 2_800, 4_100);

    @Test
    void shouldBeOneObjectWithEachEventAndBothReadings() {
        JsonNode json = json(report(QUIET, QUIET));

        assertThat(json.propertyNames())
                .containsExactly(
                        "customers",
                        "settings",
                        "rows",
                        "events",
                        "laterVsFirst",
                        "reading",
                        "readingOf450Runs",
                        "roundsAsked",
                        "rounds");
        assertThat(json.at("/events")).hasSize(3);
        assertThat(json.at("/events/0").toString())
                .isEqualTo("{\"rowsPerSecond\":300000,\"walBytesPerRow\":240,\"indexBytes\":40000000}");
        assertThat(json.at("/laterVsFirst").toString()).isEqualTo("{\"median\":1.5,\"worst\":1.5}");
        assertThat(json.at("/reading/listPerSecond").asLong()).isEqualTo(5_700);
        assertThat(json.at("/reading/countPerSecond").asLong()).isEqualTo(8_100);
        assertThat(json.at("/readingOf450Runs/messagesPerCustomer").asLong()).isEqualTo(450);
        assertThat(json.at("/rounds/0").toString())
                .startsWith(
                        "{\"round\":1,\"void\":false,\"othersCpu\":0.02,\"steal\":0.01,\"loadAverage\":2.3,\"events\":[{");
    }

    @Test
    void shouldHaveNoMediansWhenNoRoundCounts() {
        GrowthReport report = report(BUSY, QUIET);
        JsonNode json = json(report);

        assertThat(json.at("/events")).isEmpty();
        assertThat(json.has("laterVsFirst")).isFalse();
        assertThat(json.at("/rounds/0/events")).hasSize(3);
        assertThat(report.distrust()).get().asString().startsWith("0 of 1 rounds count");
    }

    @Test
    void shouldNotTrustAReadingBesideOthers() {
        assertThat(report(QUIET, QUIET).distrust()).isEmpty();
        assertThat(report(QUIET, BUSY).distrust())
                .get()
                .asString()
                .startsWith("reading: 0 of 1 rounds count")
                .contains("; reading of 450 runs: ");
    }

    @Test
    void shouldShowEachEventToPeople() {
        assertThat(report(QUIET, QUIET).table())
                .contains(
                        "5 customers, 4 messages an event",
                        "    1       300,000             240         40 MB",
                        "later events took 1.50 times as long as the first, the worst 1.50",
                        "450 messages a customer, 20,000 customers: list 2,800/s, count 4,100/s",
                        "round 1 counts: others 2.0 % of the CPU, 1.0 % of it steal; load average 2.30");
    }

    private GrowthReport report(MachineLoad events, MachineLoad readings) {
        return GrowthReport.of(
                5,
                Map.of("fsync", "on"),
                4,
                new Rounds<>(1, List.of(new Round<>(1, events, growth))),
                new Round<>(1, readings, reading),
                new Round<>(1, readings, of450));
    }

    private static JsonNode json(GrowthReport report) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(report));
    }
}
