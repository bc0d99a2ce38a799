package io.promo.bench.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void shouldTellPercentilesToTheNearestRank() {
        Latencies hundred = Latencies.of(LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000), 20);

        assertThat(hundred.percentileMs(50)).isEqualTo(50);
        assertThat(hundred.percentileMs(99)).isEqualTo(99);
        assertThat(hundred.percentileMs(100)).isEqualTo(100);
        assertThat(hundred.perSecond()).isEqualTo(5);
    }

    @Property(tries = 200)
    void shouldNotBeExceededByMoreRequestsThanThePercentileAllows(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 1, max = 1_000_000_000) Long> nanos,
            @ForAll @DoubleRange(min = 0.1, max = 100) double percentile) {
        Latencies latencies = Latencies.of(nanos.stream().mapToLong(it -> it), 1);
        double found = latencies.percentileMs(percentile);

        assertThat(Arrays.stream(latencies.sortedNanos()))
                .as("one of those measured")
                .anyMatch(it -> it / 1e6 == found);
        assertThat(nanos.stream().filter(it -> it / 1e6 <= found).count())
                .isGreaterThanOrEqualTo((long) Math.ceil(percentile / 100 * nanos.size()));
        assertThat(nanos.stream().filter(it -> it / 1e6 < found).count())
                .as("and no higher than needed")
                .isLessThan(Math.max(1, (long) Math.ceil(percentile / 100 * nanos.size())));
    }
}
