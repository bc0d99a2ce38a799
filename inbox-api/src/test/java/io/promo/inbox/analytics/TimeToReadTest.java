package io.promo.inbox.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeToReadTest {

    private static final List<Integer> BOUNDS = List.of(60, 300, 3_600);

    @Test
    void shouldInterpolateWithinTheBucket() {
        TimeToRead time = TimeToRead.of(BOUNDS, List.of(0L, 10L, 0L, 0L));

        assertThat(time.medianSeconds()).isEqualTo(180);
        assertThat(time.p90Seconds()).isEqualTo(276);
    }

    @Test
    void shouldNotGuessWhatLiesBeyondTheLastBound() {
        TimeToRead time = TimeToRead.of(BOUNDS, List.of(6L, 0L, 0L, 4L));

        assertThat(time.medianSeconds()).isEqualTo(50);
        assertThat(time.p90Seconds()).isNull();
        assertThat(TimeToRead.of(BOUNDS, List.of(0L, 0L, 0L, 0L)).medianSeconds())
                .isNull();
    }

    @Property(tries = 200)
    void shouldLieInTheBucketOfTheTrueQuantile(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 5_000) Integer> seconds) {
        Long[] counts = {0L, 0L, 0L, 0L};
        seconds.forEach(one -> counts[bucket(one)]++);
        TimeToRead time = TimeToRead.of(BOUNDS, Arrays.asList(counts));

        List<Integer> sorted = new ArrayList<>(seconds);
        sorted.sort(null);
        int median = bucket(sorted.get((sorted.size() + 1) / 2 - 1));
        assertThat(time.reads()).isEqualTo(seconds.size());
        if (median == BOUNDS.size()) {
            assertThat(time.medianSeconds()).isNull();
        } else {
            assertThat(time.medianSeconds())
                    .isBetween(median == 0 ? 0L : BOUNDS.get(median - 1), (long) BOUNDS.get(median));
        }
    }

    private static int bucket(int seconds) {
        return (int) BOUNDS.stream().filter(bound -> seconds >= bound).count();
    }
}
