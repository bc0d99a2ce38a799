package io.promo.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.events.Report.Drain;
import io.promo.bench.events.Report.Paced;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private final Report report = new Report(
            new Latencies(50, 80.5, 200),
            Drain.of(100_000, 4_000_000_000L),
            Paced.of(new Latencies(20_000, 6.25, 31), 20_010_000_000L),
            Map.of("fsync", "on"));

    @Test
    void shouldCountByTheSecond() {
        assertThat(report.outboxDrain()).isEqualTo(new Drain(100_000, 4, 25_000));
        assertThat(report.commitToAcknowledgement())
                .as("what was written, not what was meant to be")
                .isEqualTo(new Paced(1_000, 20_000, 6.25, 31));
        assertThat(Paced.of(new Latencies(20_000, 1, 1), 40_000_000_000L).eventsPerSecond())
                .isEqualTo(500);
    }

    @Test
    void shouldBeOneObject() {
        JsonNode json = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(report));

        assertThat(json.propertyNames())
                .containsExactly("publishToRunStarted", "outboxDrain", "commitToAcknowledgement", "settings");
        assertThat(json.at("/publishToRunStarted").propertyNames()).containsExactly("count", "p50Ms", "p99Ms");
        assertThat(json.at("/outboxDrain").propertyNames()).containsExactly("events", "seconds", "eventsPerSecond");
        assertThat(json.at("/commitToAcknowledgement").propertyNames())
                .containsExactly("eventsPerSecond", "count", "p50Ms", "p99Ms");
    }

    @Test
    void shouldShowEachFigureToPeople() {
        assertThat(Table.of(report)).contains("fsync=on", "80.50 ms", "200.00 ms", "25,000 events/s", "31.00 ms");
    }
}
