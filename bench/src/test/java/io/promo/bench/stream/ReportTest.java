package io.promo.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.promo.bench.inbox.Latencies;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Instant ENDED = Instant.parse("2026-03-01T09:00:00Z");

    private final Report.Hints hints = Report.Hints.of(
            ENDED,
            IntStream.rangeClosed(1, 100)
                    .mapToObj(n -> new Listener.Hint(2, ENDED.plusMillis(40L * n), n == 7 ? 1 : 2))
                    .toList(),
            2);
    private final Report.Naive naive = Report.Naive.of(
            new Refetch.Answers(new long[] {500_000_000, 600_000_000, 1_450_000_000, 2_500_000_000L}, 1),
            Report.DatabaseWork.of(5.4, 20.2));
    private final Report report = new Report(
            100,
            1_000,
            1.5,
            hints,
            Report.DatabaseWork.of(40.4, 1_000.6),
            Report.Badge.of(millis(10), millis(12), millis(100)),
            naive,
            Map.of("fsync", "on"));

    @Test
    void shouldCountFromTheEndOfTheRun() {
        assertThat(hints).isEqualTo(new Report.Hints(100, 1, 0.04, 2, 3.96, 4));
    }

    @Test
    void shouldTellTheBestSecondAndWhatFailed() {
        assertThat(naive).isEqualTo(new Report.Naive(5, 1, 3, 600, 2_500, 2.5, new Report.DatabaseWork(5, 20)));
    }

    @Test
    void shouldLeaveOutWhatTheDatabaseDoesAnyway() {
        InboxDatabase quiet = new InboxDatabase(0, 100, 10);
        InboxDatabase before = new InboxDatabase(10_000_000_000L, 200, 30);
        InboxDatabase after = new InboxDatabase(15_000_000_000L, 300, 50);

        assertThat(after.since(before, quiet)).isEqualTo(new Report.DatabaseWork(50, 10));
    }

    @Test
    void shouldBeOneObject() {
        JsonNode json = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(report));

        assertThat(json.propertyNames())
                .containsExactly(
                        "connected", "customers", "connectSeconds", "hints", "database", "badge", "naive", "settings");
        assertThat(json.at("/hints").propertyNames())
                .containsExactly("received", "wrong", "first", "median", "p99", "last");
        assertThat(json.at("/badge/ratio").asDouble()).isEqualTo(1.2);
        assertThat(json.at("/badge/naiveRatio").asDouble()).isEqualTo(10);
        assertThat(json.at("/naive/database/statements").asLong()).isEqualTo(5);
    }

    @Test
    void shouldShowTheWaveBesideTheStampede() {
        assertThat(Table.of(report))
                .startsWith("100 streams, connected in 1.5 s; a run of 1,000 customers; {fsync=on}")
                .contains("first 0.04 s, median 2.00 s, p99 3.96 s, last 4.00 s; 1 with a wrong count")
                .contains("40 statements, 1,001 ms")
                .contains("5 requests, 1 failed, 3/s at most");
    }

    private static Latencies millis(long ms) {
        return Latencies.of(LongStream.of(ms * 1_000_000), 1);
    }
}
