package io.promo.bench.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.inbox.Report.Figures;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private final Figures list = Figures.of(
            new Measured(latencies(100, 2), 0.51234, 0.1), latencies(250, 2), latencies(30, 2), latencies(50, 2));
    private final Report report =
            new Report(1_000_000, list, new Figures(9, 10, 0.9, 4, 0.25, 0.05, 1, 2, 3), Map.of("fsync", "on"));

    @Test
    void shouldCompareHttpWithSql() {
        assertThat(list).isEqualTo(new Figures(50, 125, 0.4, 15, 0.512, 0.1, 50, 99, 50));
    }

    @Test
    void shouldBeOneObject() {
        JsonNode json = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(report));

        assertThat(json.propertyNames()).containsExactly("messages", "list", "unreadCount", "settings");
        assertThat(json.at("/list").propertyNames())
                .containsExactly(
                        "httpRps",
                        "sqlRps",
                        "ratio",
                        "usualRps",
                        "cpuMsPerRequest",
                        "sqlCpuMsPerRequest",
                        "p50Ms",
                        "p99Ms",
                        "p99MsHalfLoad");
        assertThat(json.at("/messages").asLong()).isEqualTo(1_000_000);
        assertThat(json.at("/unreadCount/p99MsHalfLoad").asDouble()).isEqualTo(3);
        assertThat(json.at("/settings/fsync").asString()).isEqualTo("on");
    }

    @Test
    void shouldShowBothRequestsToPeople() {
        assertThat(Table.of(report))
                .startsWith("1,000,000 messages; {fsync=on}")
                .containsPattern(
                        "list +50/s +125/s +0\\.40 +15/s +0\\.512 ms +0\\.100 ms +50\\.00 ms +99\\.00 ms +50\\.00 ms")
                .containsPattern(
                        "unread count +9/s +10/s +0\\.90 +4/s +0\\.250 ms +0\\.050 ms +1\\.00 ms +2\\.00 ms +3\\.00 ms");
    }

    /** So many requests that took one millisecond, two, three and so on. */
    private static Latencies latencies(int count, double seconds) {
        return Latencies.of(LongStream.rangeClosed(1, count).map(ms -> ms * 1_000_000), seconds);
    }
}
