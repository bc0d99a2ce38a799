package io.promo.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void shouldTellThePercentilesInMilliseconds() {
        List<Long> hundred =
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).boxed().toList();

        assertThat(Latencies.of(hundred)).isEqualTo(new Latencies(100, 50, 99));
        assertThat(Latencies.of(List.of(1_234_567L))).isEqualTo(new Latencies(1, 1.23, 1.23));
    }

    @Test
    void shouldTellTheLongestOfAFew() {
        assertThat(Latencies.of(List.of(9_000_000L, 2_000_000L, 1_000_000L))).isEqualTo(new Latencies(3, 2, 9));
    }

    @Test
    void shouldRefuseToTellOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Latencies.of(List.of()));
    }

    @Property(tries = 200)
    void shouldLeaveAsManyAboveAsItSays(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 0, max = 1_000) Long> milliseconds) {
        Latencies latencies =
                Latencies.of(milliseconds.stream().map(ms -> ms * 1_000_000).toList());

        assertThat(above(milliseconds, latencies.p50Ms())).isLessThanOrEqualTo(milliseconds.size() / 2);
        assertThat(above(milliseconds, latencies.p99Ms())).isLessThanOrEqualTo(milliseconds.size() / 100);
    }

    private static long above(List<Long> milliseconds, double bound) {
        return milliseconds.stream().filter(ms -> ms > bound).count();
    }
}
